import { rules as builtIn } from '../generated/rules.ts'
import { tellMissing } from './engine/tell-missing.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import type { Inventory } from './inventory/inventory.ts'
import type { Verdict } from './model/report.ts'
import type { CheckedStep, LeftFinding, RunbookQuestion } from './model/runbook-report.ts'
import type { SimulatedFinding, SimulatedUndecided, Simulation } from './model/simulation.ts'
import { stretchesOf } from './model/stretches.ts'
import { apply } from './plan/apply.ts'
import type { Violation } from './plan/operation.ts'
import type { RunbookStep } from './plan/runbook/read-runbook.ts'
import { violations } from './plan/violations.ts'
import { simulator } from './simulate.ts'

/** What became of a runbook: its steps, the last state, and what that says for itself. */
export interface WalkedRunbook {
  readonly steps: readonly CheckedStep[]
  readonly last: Inventory
  readonly verdict: Verdict
  /** What was open before the first step, and keeps the last state from being judged. */
  readonly open: readonly SimulatedUndecided[]
}

/** Takes the steps one after the other; a step that needs what is not there still takes effect. */
export function walkRunbook(first: Inventory, steps: readonly RunbookStep[], asked: Circumstances): WalkedRunbook {
  const run: Circumstances = { ...asked, phase: 'during' }
  const { next, open } = simulator(builtIn, run)
  let state = first
  let isFaulty = next(first).verdict === 'unusable'
  const done = steps.map(({ operation, region }) => {
    const estate = createEstate(state, run)
    const found = violations(estate, operation)
    const questions = questionsOf(found, estate)
    state = apply(state, operation, run.target)
    const simulation = next(state)
    isFaulty ||= simulation.verdict === 'unusable'
    return { operation, region, found, questions, simulation }
  })
  const { endOf } = stretchesOf(done.map(({ simulation }) => simulation))
  const untilOf = (finding: SimulatedFinding, at: number): LeftFinding => {
    const end = endOf(finding, at)
    return end === undefined ? finding : { ...finding, until: end + 1 }
  }
  const judged = done.map(
    ({ operation, region, found, questions, simulation }, at): CheckedStep => ({
      index: at + 1,
      region,
      operation,
      violations: found
        .filter(({ missing }) => !missing)
        .map(({ rule, severity, message }) => ({ rule, severity, message })),
      added: simulation.added.map((finding) => untilOf(finding, at)),
      cleared: simulation.cleared,
      undecided: [...questions, ...openedBy(simulation)],
    }),
  )
  // Errors that were there before the first step are none of the runbook's.
  const standing = open()
  const verdict: Verdict = isFaulty ? 'unusable' : standing.length > 0 ? 'undecided' : 'ready'
  const told = new Set(done.flatMap(({ simulation }) => simulation.undecided.map(questionOf)))
  return { steps: judged, last: state, verdict, open: standing.filter((one) => !told.has(questionOf(one))) }
}

function questionOf({ rule, severity, subject }: SimulatedUndecided): string {
  return `${rule} ${severity} ${subject}`
}

function questionsOf(found: readonly Violation[], estate: Estate): readonly RunbookQuestion[] {
  const open = found.flatMap(({ missing, ...one }) => (missing ? [{ ...one, missing }] : []))
  if (open.length === 0) return []
  const tell = tellMissing(
    estate,
    open.map(({ missing }) => missing),
  )
  return open.map(({ rule, severity, message, missing }) => {
    return { rule, severity, message, missing: [...new Set(tell(missing).map(({ label }) => label))] }
  })
}

function openedBy({ undecided }: Simulation): readonly RunbookQuestion[] {
  return undecided.map(({ rule, severity, subject, missing }) => {
    return { rule, severity, message: `It cannot be told for ${subject} in the state that this step leaves.`, missing }
  })
}
