import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Violation } from '../operation.ts'

/** What an operation needs. */
export interface Precondition {
  readonly holds: Truth
  /** The rule that it protects; `runbook-step-impossible` where absent. */
  readonly rule?: string
  /** What is wrong where it does not hold: one sentence. */
  readonly violated: () => string
  /** What to tell where it cannot be told: a clause that begins with "whether". */
  readonly question: string
}

/** Judges what an operation needs: what holds is not told, what is unknown is undecided and says which facts would tell. */
export function judge(...preconditions: readonly Precondition[]): readonly Violation[] {
  return preconditions.flatMap(({ holds, rule = impossible, violated, question }): readonly Violation[] => {
    if (holds === true) return []
    const severity = 'error'
    if (holds === false) return [{ rule, severity, message: violated() }]
    return [{ rule, severity, message: `It cannot be told ${question}.`, missing: holds }]
  })
}

/** The rule of whatever no other rule stands for. */
export const impossible = 'runbook-step-impossible'

/** Truth about something that may not exist: false where it does not, unknown where that cannot be told. */
export function ofFound<T extends object>(found: T | Unknown | undefined, say: (found: T) => Truth): Truth {
  return found === undefined ? false : found instanceof Unknown ? found : say(found)
}
