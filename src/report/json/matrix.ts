import type { Obstacle, ReportScope, TargetCell, TargetMatrix } from '../../model/report.ts'
import { diagnosticOf, faultOf } from './remarks.ts'

/** Gives what an inventory could move to, as JSON has it. */
export function matrixOf({ file, phase, releases, verdict, cells, scope, diagnostics }: TargetMatrix): object {
  return {
    file,
    phase,
    releases,
    verdict,
    cells: cells.map(cellOf),
    scope: scopeOf(scope),
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
    counts: { rules: counts.rules, subjects: counts.subjects, suppressed: counts.suppressed },
  }
}

function obstacleOf({ rule, category, count }: Obstacle): object {
  return { rule, category, count }
}

/** A matrix has no findings that say what their severities are. */
function scopeOf({ rules, levels }: ReportScope = {}): object | undefined {
  return rules === undefined && levels === undefined ? undefined : { rules, levels }
}
