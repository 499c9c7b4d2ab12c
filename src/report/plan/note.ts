import { firstOf } from '../../model/listed.ts'
import type { Severity, Verdict } from '../../model/report.ts'
import { severities } from '../../model/severity.ts'
import type { SimulatedFinding, SimulatedUndecided } from '../../model/simulation.ts'
import { count, grouped } from '../pretty/words.ts'

/** Something found, or something that cannot be judged, in a state of the plan. */
export interface Note {
  /** What a step does to it; absent where a state is told of. */
  readonly does?: 'adds' | 'opens' | 'clears'
  readonly severity: Severity
  readonly rule: string
  readonly subject: string
  /** What was found; absent where it cannot be judged. */
  readonly message?: string
  /** What would have to be known, in words; nothing where it was found. */
  readonly missing: readonly string[]
  /** What to do about it; absent where it cannot be judged. */
  readonly remedy?: string
  /** The step after which what is added is there no more, or the one that brought what is cleared. */
  readonly other?: string
  /** Whether after that step nobody can tell, so that it has not ended. */
  readonly isOpenThen?: boolean
  /** What was found there before it could no longer be judged: that is not cleared. */
  readonly was?: string
  /** Of the last state: it is wrong only as long as the deployment moves. */
  readonly isOnTheWay?: boolean
}

/** Gives something that was found as a note. */
export function found(
  { severity, rule, subject, message, remediation }: SimulatedFinding,
  more: Partial<Note> = {},
): Note {
  return { severity, rule, subject, message, missing: [], remedy: remediation.text, ...more }
}

/** Gives something that cannot be judged as a note. */
export function open({ severity, rule, subject, missing }: SimulatedUndecided, more: Partial<Note> = {}): Note {
  return { severity, rule, subject, missing, ...more }
}

/** Puts notes in order: errors, then what cannot be judged and would block, then the others. */
export function gravestFirst(notes: readonly Note[]): readonly Note[] {
  const rank = (note: Note) => 2 * severities.indexOf(note.severity) + (note.message === undefined ? 1 : 0)
  return [...notes].sort((one, two) => rank(one) - rank(two))
}

/** Whether it is told where not everything is asked for: advice, and questions that block nothing, are counted only. */
export function weighs({ severity, message, was }: Note): boolean {
  return message === undefined && was === undefined ? severity === 'error' : severity !== 'info'
}

/** Gives from when or until when it is there: "until step 2.10"; nothing of what cannot be judged, and of what no step changes. */
export function whenWords({ does, other, isOpenThen, isOnTheWay }: Note): string {
  if (isOnTheWay) return 'as long as it moves'
  if (does === 'clears') return other === undefined ? 'since the start' : `since step ${other}`
  if (other === undefined) return does === 'adds' ? 'to the end' : ''
  return `until step ${other}${isOpenThen ? ', which leaves it open' : ''}`
}

/** Gives what was found, or what cannot be judged and for want of what, with the rule. */
export function noteWords({ message, was, rule, subject, missing }: Note): string {
  if (message !== undefined) return `${message} (${rule})`
  const question = was === undefined ? `${subject} cannot be judged` : `${was} This cannot be told any more`
  return `${question} (${rule}). ${missingWords({ missing })}`
}

/** Gives the facts that would have to be known: "Not known: …". */
export function missingWords({ missing }: Pick<Note, 'missing'>): string {
  return `Not known: ${firstOf(missing)}.`
}

/** Says how many there are that do not weigh: "9 more that block nothing". */
export function lightWords(number: number, isMore: boolean): string {
  return `${isMore ? `${grouped(number)} more` : count(number, 'entry', 'entries')} that ${number === 1 ? 'blocks' : 'block'} nothing`
}

/** Says of a state what its notes do not: that there are none, or that a rule went wrong and told nothing; undefined where they say all. */
export function stateRemark(verdict: Verdict, notes: readonly Note[]): string | undefined {
  if (verdict === 'unusable')
    return 'A rule went wrong in this state and told nothing, so that something may be missing here.'
  return notes.length === 0 ? 'Nothing was found, and nothing is undecided.' : undefined
}
