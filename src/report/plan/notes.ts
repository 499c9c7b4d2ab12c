import type { PlanReport } from '../../model/plan-report.ts'
import type { SimulatedFinding, Simulation } from '../../model/simulation.ts'
import { stretchesOf } from '../../model/stretches.ts'
import { found, gravestFirst, type Note, open } from './note.ts'

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

const nothing: Pick<Simulation, 'added' | 'cleared' | 'undecided'> = { added: [], cleared: [], undecided: [] }

function wasOf(message: string | undefined): Partial<Note> {
  return message === undefined ? {} : { was: message }
}

function partOf({ rule, subject }: Pick<SimulatedFinding, 'rule' | 'subject'>): string {
  return `${rule} ${subject}`
}
