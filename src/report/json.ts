import type { InventoryReport, Report, ReportScope } from '../model/report.ts'
import { findingOf, undecidedOf } from './json/entries.ts'
import { matrixOf } from './json/matrix.ts'
import { diagnosticOf, faultOf } from './json/remarks.ts'
import { jsonText } from './json-text.ts'

/** Gives the report as JSON, version 1: see report.schema.json. Texts stand as the inventory has them. */
export function json(report: Report): string {
  return `${jsonText(
    {
      format: 1,
      tool: { name: report.tool.name, version: report.tool.version },
      packs: report.packs?.map(({ name, version }) => ({ name, version })),
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
    gone: inventory.gone?.map(({ rule, subject, fingerprint }) => ({ rule, subject, fingerprint })),
    scope: scopeOf(scope),
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

/** Severities that the configuration changed stand with each finding. */
function scopeOf({ rules, baselineKnown }: ReportScope = {}): object | undefined {
  return rules === undefined && baselineKnown === undefined ? undefined : { rules, baselineKnown }
}
