import { rules as builtIn } from '../generated/rules.ts'
import { durations } from '../generated/tables.ts'
import { version } from '../generated/version.ts'
import { tellMissing } from './engine/tell-missing.ts'
import { createEstate, type Estate } from './inventory/estate.ts'
import type { Inventory } from './inventory/inventory.ts'
import type { LintInput } from './lint-options.ts'
import { lintToPlan, type PlanOptions } from './lint-to-plan.ts'
import type { Because, PlanReport, PlanStage, PlanStep } from './model/plan-report.ts'
import type { InventoryReport, Source, Verdict } from './model/report.ts'
import { worstOf } from './model/worst.ts'
import { type AroundStep, type DocumentedPlan, documentedPlan, type JudgedStep } from './plan/documented-plan.ts'
import { layoutOf } from './plan/layout.ts'
import { worded } from './plan/words/index.ts'
import { wordingOf } from './plan/words/wording.ts'
import { tablesFor } from './plan-pages.ts'
import { sourcesOf } from './rules/describe.ts'
import { finalState, simulator } from './simulate.ts'

/** The plan for one inventory, or why there can be none. */
export type Planned = PlanReport | { readonly unusable: InventoryReport }

/** Plans the documented migration of one deployment. Pure; an inventory that cannot be judged has no plan. */
export function planInventory(input: LintInput, options: PlanOptions): Planned {
  const { reading, report, run } = lintToPlan(input, options)
  if (!run || !reading.inventory || report.verdict === 'unusable') return { unusable: report }
  const estate = createEstate(reading.inventory, run)
  const steps: PlanStep[] = []
  // Of all the states only these are kept: those after each stage where they are drawn, and the last one.
  const drawn = new Map<string, Inventory>()
  let last: Inventory | undefined
  const simulated = options.simulate ? simulator(builtIn, run) : undefined
  const plan = documentedPlan(estate, options.before, (step, around, { placeholders }) => {
    if (last === undefined) simulated?.next(around.before)
    const simulation = simulated?.next(around.after)
    steps.push({ ...stepOf(step, around, estate, placeholders), ...(simulation ? { simulation } : {}) })
    if (options.layouts) drawn.set(step.category, around.after)
    last = around.after
  })
  const order = tablesFor(run.target)
  // What stands against the first state and every other one is added by no step.
  const end = steps.at(-1)?.simulation?.verdict ?? 'ready'
  return {
    tool: { name: 'rds-lint', version },
    file: input.file,
    target: run.target,
    method: run.method,
    verdict: worstOf([report.verdict, end, ...steps.map(verdictOfStep), ...plan.gaps.map((): Verdict => 'undecided')]),
    before: report,
    ...order,
    stages: stagesOf(plan, estate, drawn),
    steps,
    gaps: plan.gaps,
    remarks: plan.remarks,
    ...(simulated ? { final: finalState(last ?? plan.first, builtIn, { ...run, phase: 'after' }) } : {}),
    ...(end === 'ready' ? {} : { lasting: finalState(last ?? plan.first, builtIn, { ...run, phase: 'during' }) }),
    ...(options.layouts ? { layout: layoutOf(createEstate(plan.first, run)) } : {}),
  }
}

function stepOf(step: JudgedStep, around: AroundStep, estate: Estate, placeholders: ReadonlySet<string>): PlanStep {
  const { category, operation, status } = step
  const wording = wordingOf({ ...estate, phase: 'during' }, placeholders, [around.before, around.after])
  const { rules, ...words } = worded(operation, wording)
  const { hours, atLeast } = durationOf(category)
  return {
    step: step.step,
    category,
    ...words,
    operation,
    estimate: `PT${hours}H`,
    atLeast,
    sources: citations(rules, estate),
    status,
    because: reasons(around, wording.estate),
  }
}

function reasons({ violations }: AroundStep, estate: Estate): readonly Because[] {
  const unknowns = violations.flatMap(({ missing }) => missing ?? [])
  const tell = unknowns.length > 0 ? tellMissing(estate, unknowns) : undefined
  return violations.map(({ rule, message, missing }) => ({
    rule,
    message,
    ...(missing && tell ? { missing: [...new Set(tell(missing).map(({ label }) => label))] } : {}),
  }))
}

function verdictOfStep({ status, simulation }: PlanStep): Verdict {
  if (simulation?.verdict === 'unusable') return 'unusable'
  if (simulation?.added.some(({ severity }) => severity === 'error')) return 'blocked'
  return status === 'blocked' || status === 'undecided' ? status : 'ready'
}

/** The pages of the nearest rule that has one for the target and the method. */
function citations(rules: readonly string[], run: Estate): readonly Source[] {
  const found = rules.flatMap((id) => builtIn.find((rule) => rule.id === id) ?? [])
  return found.map((rule) => sourcesOf(rule, run)).find((sources) => sources.length > 0) ?? []
}

function durationOf(category: PlanStep['category']) {
  const own = durations.find(({ step }) => step === category)
  // The page has a row for each role; what is none of them is put with the shortest.
  return own ?? { hours: 1, atLeast: false }
}

function stagesOf(plan: DocumentedPlan, run: Estate, states: ReadonlyMap<string, Inventory>): readonly PlanStage[] {
  return plan.stages.map(({ number, category, anyTime }) => {
    const steps = plan.steps.filter((step) => step.category === category)
    const open = steps.filter(({ status }) => status !== 'done')
    const servers = new Set(open.flatMap(({ migrates }) => migrates ?? [])).size
    const { hours, atLeast } = durationOf(category)
    const last = states.get(category)
    return {
      ...{ number, category, anyTime, servers, atLeast },
      hours: hours * servers,
      ...(last ? { layout: layoutOf(createEstate(last, { ...run, phase: 'during' })) } : {}),
    }
  })
}
