import { rules as builtIn } from '../generated/rules.ts'
import { version } from '../generated/version.ts'
import { type Circumstances, createEstate } from './inventory/estate.ts'
import type { LintInput } from './lint-options.ts'
import { lintToPlan, type PlanOptions } from './lint-to-plan.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { firstOf } from './model/listed.ts'
import type { InventoryReport, RuleDescriptor, Verdict } from './model/report.ts'
import type { CheckedStep, RunbookReport } from './model/runbook-report.ts'
import type { FinalState, SimulatedUndecided } from './model/simulation.ts'
import { worstOf } from './model/worst.ts'
import { documentedPlan } from './plan/documented-plan.ts'
import { impossible } from './plan/preconditions/precondition.ts'
import { leftOf } from './plan/runbook/left.ts'
import { readRunbook } from './plan/runbook/read-runbook.ts'
import { unknownNames } from './plan/runbook/unknown-names.ts'
import { describeRules } from './rules/describe.ts'
import { finalState } from './simulate.ts'
import { walkRunbook } from './walk-runbook.ts'

/** A runbook as a file holds it. */
export interface RunbookInput {
  /** The name that the report gives it; nothing is read from there. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** The report on a runbook, or why there can be none: the inventory is unusable, or the runbook is. */
export type CheckedRunbook =
  | RunbookReport
  | { readonly unusable: InventoryReport }
  | { readonly diagnostics: readonly Diagnostic[] }

/** Judges the steps of a runbook by what each of them needs and by the states that they leave. Pure. */
export function checkRunbook(input: LintInput, runbook: RunbookInput, options: PlanOptions): CheckedRunbook {
  const { reading, report, run } = lintToPlan(input, options)
  if (!run || !reading.inventory || report.verdict === 'unusable') return { unusable: report }
  const book = readRunbook(runbook.bytes)
  if ('diagnostics' in book) return book
  const estate = createEstate(reading.inventory, run)
  const plan = documentedPlan(estate, options.before)
  const diagnostics = unknownNames(plan.first, book.steps)
  if (diagnostics.length > 0) return { diagnostics }
  const walk = walkRunbook(plan.first, book.steps, run)
  const left = leftOf(
    plan,
    book.steps.map(({ operation }) => operation),
    createEstate(plan.first, run),
  )
  const isWhole = left.length === 0 && plan.gaps.length === 0
  const final = isWhole ? finalState(walk.last, builtIn, { ...run, phase: 'after' }) : undefined
  const questions = [...plan.gaps.map(({ message }) => message), ...(final ? [] : walk.open.map(questionOf))]
  return {
    tool: { name: 'rds-lint', version },
    file: runbook.file,
    inventory: input.file,
    target: run.target,
    method: run.method,
    verdict: worstOf([
      ...walk.steps.map(verdictOf),
      // A rule that went wrong on the way is told whatever the end is like.
      walk.verdict === 'unusable' ? walk.verdict : (final?.verdict ?? walk.verdict),
      plan.gaps.length > 0 ? 'undecided' : 'ready',
    ]),
    steps: walk.steps,
    left,
    region: book.region,
    ...(final ? { final } : {}),
    questions,
    rules: rulesNamed(walk.steps, final, run),
  }
}

function verdictOf({ violations: found, added, undecided }: CheckedStep): Verdict {
  if (found.length > 0 || added.some(({ severity }) => severity === 'error')) return 'blocked'
  return undecided.some(({ severity }) => severity === 'error') ? 'undecided' : 'ready'
}

function questionOf({ rule, subject, missing }: SimulatedUndecided): string {
  return `It cannot be told for ${subject} in the last state. Not known: ${firstOf(missing)}. (${rule})`
}

function rulesNamed(
  steps: readonly CheckedStep[],
  final: FinalState | undefined,
  run: Circumstances,
): readonly RuleDescriptor[] {
  const onTheWay = steps.flatMap((step) => [...step.violations, ...step.added, ...step.undecided])
  const atTheEnd = [...(final?.findings ?? []), ...(final?.undecided ?? [])].filter(
    ({ severity }) => severity === 'error',
  )
  const named = new Set([...onTheWay, ...atTheEnd].map(({ rule }) => rule))
  const phases = ['during', 'before', 'after'] as const
  const known = builtIn
    .filter(({ id }) => named.has(id))
    .flatMap((rule) => phases.flatMap((phase) => describeRules([rule], { ...run, phase })).slice(0, 1))
  return named.has(impossible) ? [...known, impossibleStep] : known
}

/** What stands for preconditions that no rule of linting is about. */
const impossibleStep: RuleDescriptor = {
  id: impossible,
  category: 'estate',
  title: 'Each step of a runbook can be taken in the state that the steps before it leave',
  why: 'A step that cannot be taken stops whoever carries out the runbook, in the middle of the move.',
  severity: 'error',
  remediation: { text: 'Put the step where what it needs is there, or leave it out.' },
  sources: [],
}
