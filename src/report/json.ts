import type { Diagnostic } from '../model/diagnostic.ts'
import type { InventoryReport, Obstacle, Report, RuleFault, TargetCell, TargetMatrix } from '../model/report.ts'
import { findingOf, undecidedOf } from './json-entries.ts'
import { jsonText } from './json-text.ts'

/** Gives the report as JSON, version 1: see report.schema.json. Texts stand as the inventory has them. */
export function json(report: Report): string {
  return `${jsonText(
    {
      format: 1,
      tool: { name: report.tool.name, version: report.tool.version },
      verdict: report.verdict,
      inventories: report.inventories.map(inventoryOf),
      matrix: report.matrices?.map(matrixOf),
    },
    2,
  )}\n`
}

function inventoryOf(inventory: InventoryReport): object {
  const { counts, scope } = inventory
  return {
    file: inventory.file,
    target: inventory.target,
    method: inventory.method,
    phase: inventory.phase,
    verdict: inventory.verdict,
    findings: inventory.findings.map(findingOf),
    scope: scope && { rules: scope.rules },
    undecided: inventory.undecided.map(undecidedOf),
    diagnostics: inventory.diagnostics.map(diagnosticOf),
    faults: inventory.faults.map(faultOf),
    counts: {
      rules: counts.rules,
      subjects: counts.subjects,
      pass: counts.pass,
      fail: counts.fail,
      undecided: counts.undecided,
      notApplicable: counts.notApplicable,
      suppressed: counts.suppressed,
    },
  }
}

function matrixOf({ file, phase, releases, verdict, cells, scope, diagnostics }: TargetMatrix): object {
  return {
    file,
    phase,
    releases,
    verdict,
    cells: cells.map(cellOf),
    scope: scope && { rules: scope.rules },
    diagnostics: diagnostics.map(diagnosticOf),
  }
}

function cellOf({ findings, counts, ...cell }: TargetCell): object {
  return {
    target: cell.target,
    method: cell.method,
    verdict: cell.verdict,
    findings: { error: findings.error, warning: findings.warning, info: findings.info },
    undecided: cell.undecided,
    faults: cell.faults.map(faultOf),
    blocking: cell.blocking.map(obstacleOf),
    waiting: cell.waiting.map(obstacleOf),
    counts: { rules: counts.rules, subjects: counts.subjects },
  }
}

function faultOf({ rule, pointer, message }: RuleFault): object {
  return { rule, pointer, message }
}

function obstacleOf({ rule, category, count }: Obstacle): object {
  return { rule, category, count }
}

function diagnosticOf({ code, severity, message, region }: Diagnostic): object {
  return { code, severity, message, line: region?.line, column: region?.column }
}
