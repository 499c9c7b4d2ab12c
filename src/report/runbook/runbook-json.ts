import type { CheckedStep, LeftFinding, RunbookReport } from '../../model/runbook-report.ts'
import { jsonText } from '../json-text.ts'
import { finalOf, simulatedFindingOf } from '../plan/simulated-json.ts'

/** Gives the report on a runbook as JSON, version 1: see runbook-report.schema.json. */
export function runbookJson(report: RunbookReport): string {
  return `${jsonText(
    {
      format: 1,
      tool: { name: report.tool.name, version: report.tool.version },
      file: report.file,
      inventory: report.inventory,
      target: report.target,
      method: report.method,
      verdict: report.verdict,
      steps: report.steps.map(stepOf),
      left: report.left,
      questions: report.questions,
      final: report.final && finalOf(report.final),
    },
    2,
  )}\n`
}

function stepOf({ index, region, operation, violations, added, cleared, undecided }: CheckedStep): object {
  return {
    index,
    line: region.line,
    column: region.column,
    operation,
    violations: violations.map(({ rule, severity, message }) => ({ rule, severity, message })),
    added: added.map(addedOf),
    cleared: cleared.map(simulatedFindingOf),
    undecided: undecided.map(({ rule, severity, message, missing }) => ({ rule, severity, message, missing })),
  }
}

function addedOf(finding: LeftFinding): object {
  return { ...simulatedFindingOf(finding), ...(finding.until === undefined ? {} : { until: finding.until }) }
}
