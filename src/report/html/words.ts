import type { Verdict } from '../../model/report.ts'
import { count, grouped } from '../pretty/words.ts'
import type { Kind } from './marks.ts'

/** A kind of entry as a badge says it. */
export const kindNames = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  undecided: 'not decided',
} as const satisfies Record<Kind, string>

/** What a verdict means, for somebody who reads it for the first time. */
export const meanings = {
  ready: 'Nothing that was checked stands in the way.',
  blocked: 'Something stands in the way and must be put right before the move goes on.',
  undecided: 'Nothing that was found stands in the way, but not everything could be told.',
  unusable: 'This could not be judged: the input or a rule must be corrected first.',
} as const satisfies Record<Verdict, string>

/** Gives "2 errors", "1 not decided". */
export function countOf(number: number, kind: Kind): string {
  return kind === 'error' || kind === 'warning' ? count(number, kind) : `${grouped(number)} ${kindNames[kind]}`
}
