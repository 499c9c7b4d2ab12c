import { firstOf } from '../../model/listed.ts'
import type { PlanReport } from '../../model/plan-report.ts'
import type { Severity, Verdict } from '../../model/report.ts'
import { severities } from '../../model/severity.ts'
import type { FinalState, SimulatedFinding, SimulatedUndecided, Simulation } from '../../model/simulation.ts'
import { stretchesOf } from '../../model/stretches.ts'
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

/** Gives what each step of a simulated plan adds, opens and clears, by the number of the step; the gravest first. */
export function notesOf({ steps }: PlanReport): ReadonlyMap<string, readonly Note[]> {
  const simulations = steps.map(({ simulation = nothing }) => simulation)
  const { endOf, startOf } = stretchesOf(simulations)
  const questions = simulations.map(({ undecided }) => new Set(undecided.map(partOf)))
  const numberOf = (at: number) => ({ other: steps[at]?.step ?? '' })
  const ending = (one: SimulatedFinding, at: number): Partial<Note> => {
    const end = endOf(one, at)
    if (end === undefined) return {}
    return { ...numberOf(end), ...(questions[end]?.has(partOf(one)) && { isOpenThen: true }) }
  }
  const beginning = (one: SimulatedFinding, at: number): Partial<Note> => {
    const start = startOf(one, at)
    return start === undefined ? {} : numberOf(start)
  }
  return new Map(
    steps.map(({ step, simulation: { added, cleared, undecided } = nothing }, at) => {
      const was = new Map(cleared.map((one) => [partOf(one), one.message]))
      const ended = cleared.filter((one) => !questions[at]?.has(partOf(one)))
      const notes = [
        ...gravestFirst(added.map((one) => found(one, { does: 'adds', ...ending(one, at) }))),
        ...gravestFirst(undecided.map((one) => open(one, { does: 'opens', ...wasOf(was.get(partOf(one))) }))),
        ...gravestFirst(ended.map((one) => found(one, { does: 'clears', ...beginning(one, at) }))),
      ]
      return [step, notes]
    }),
  )
}

/** Gives what linting the inventory itself said, with the step of a simulated plan that ends it. */
export function notesBefore({ before, steps }: PlanReport): readonly Note[] {
  const ends = new Map<string, Partial<Note>>()
  for (const { step, simulation: { added, cleared, undecided } = nothing } of steps) {
    // What comes back with another severity has not ended.
    const stays = new Set(added.map(({ fingerprint }) => fingerprint))
    const questions = new Set(undecided.map(partOf))
    for (const one of cleared.filter(({ fingerprint }) => !stays.has(fingerprint) && !ends.has(fingerprint)))
      ends.set(one.fingerprint, { other: step, ...(questions.has(partOf(one)) && { isOpenThen: true }) })
  }
  return gravestFirst([
    ...before.findings.map((one) => found(one, ends.get(one.fingerprint))),
    ...before.undecided.map((one) => open({ ...one, missing: one.missing.map(({ label }) => label) })),
  ])
}

/** Gives what the last state of a simulated plan lacks after the move, and what no step mends as long as it moves. */
export function notesAfter({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): readonly Note[] {
  const after = final ? stateNotes(final) : []
  const told = new Set(after.map(noteWords))
  const during = lasting ? stateNotes(lasting).filter((note) => note.severity === 'error') : []
  const others = during.filter((note) => !told.has(noteWords(note))).map((note) => ({ ...note, isOnTheWay: true }))
  return gravestFirst([...after, ...others])
}

/** Gives the verdict on the last state, as after the move and on the way; undefined where the plan was not simulated. */
export function finalVerdict({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): Verdict | undefined {
  return final && worstFirst.find((verdict) => verdict === final.verdict || verdict === lasting?.verdict)
}

const worstFirst: readonly Verdict[] = ['unusable', 'blocked', 'undecided', 'ready']

function stateNotes({ findings, undecided }: FinalState): readonly Note[] {
  return [...findings.map((one) => found(one)), ...undecided.map((one) => open(one))]
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

const nothing: Pick<Simulation, 'added' | 'cleared' | 'undecided'> = { added: [], cleared: [], undecided: [] }

function found({ severity, rule, subject, message, remediation }: SimulatedFinding, more: Partial<Note> = {}): Note {
  return { severity, rule, subject, message, missing: [], remedy: remediation.text, ...more }
}

function open({ severity, rule, subject, missing }: SimulatedUndecided, more: Partial<Note> = {}): Note {
  return { severity, rule, subject, missing, ...more }
}

function wasOf(message: string | undefined): Partial<Note> {
  return message === undefined ? {} : { was: message }
}

function partOf({ rule, subject }: Pick<SimulatedFinding, 'rule' | 'subject'>): string {
  return `${rule} ${subject}`
}

/** Errors, then what cannot be judged and would block, then the others. */
function gravestFirst(notes: readonly Note[]): readonly Note[] {
  const rank = (note: Note) => 2 * severities.indexOf(note.severity) + (note.message === undefined ? 1 : 0)
  return [...notes].sort((one, two) => rank(one) - rank(two))
}
