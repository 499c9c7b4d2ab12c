import type { Because, PlanReport, PlanStage, PlanStep } from '../../model/plan-report.ts'
import type { Source } from '../../model/report.ts'
import { findingOf, undecidedOf } from '../json/entries.ts'
import { jsonText } from '../json-text.ts'
import { finalOf, simulationOf } from './simulated-json.ts'

/** Gives the plan as JSON, version 1: see plan.schema.json. Texts stand as the inventory has them. */
export function planJson(plan: PlanReport): string {
  return `${jsonText(
    {
      format: 1,
      tool: { name: plan.tool.name, version: plan.tool.version },
      file: plan.file,
      target: plan.target,
      method: plan.method,
      verdict: plan.verdict,
      before: {
        findings: plan.before.findings.map(findingOf),
        undecided: plan.before.undecided.map(undecidedOf),
      },
      order: plan.order.map(sourceOf),
      stages: plan.stages.map(stageOf),
      steps: plan.steps.map(stepOf),
      gaps: plan.gaps.map(({ category, message }) => ({ category, message })),
      remarks: plan.remarks.map(({ category, message }) => ({ category, message })),
      final: plan.final && finalOf(plan.final),
      lasting: plan.lasting && finalOf(plan.lasting),
    },
    2,
  )}\n`
}

function stageOf({ number, category, anyTime, servers, hours, atLeast }: PlanStage): object {
  return { number, category, anyTime, servers, estimate: `PT${hours}H`, atLeast }
}

function stepOf(step: PlanStep): object {
  return {
    step: step.step,
    category: step.category,
    title: step.title,
    operation: step.operation,
    subjects: step.subjects,
    interrupts: step.interrupts,
    estimate: step.estimate,
    atLeast: step.atLeast,
    commands: step.commands,
    verify: step.verify,
    sources: step.sources.map(sourceOf),
    status: step.status,
    because: step.because.map(becauseOf),
    simulation: step.simulation && simulationOf(step.simulation),
  }
}

function becauseOf({ rule, message, missing }: Because): object {
  return { rule, message, missing }
}

function sourceOf({ document, section, url, revised, stance }: Source): object {
  return { document, section, url, revised, stance }
}
