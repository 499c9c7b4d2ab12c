import type {
  Finding,
  InventoryReport,
  Missing,
  Origin,
  Remediation,
  Report,
  ReportScope,
  Source,
  Suppressed,
  Undecided,
} from '../model/report.ts'
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

/** A finding as JSON reports have it. */
export function findingOf(finding: Finding): object {
  const { line, column, endLine, endColumn } = finding.region
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    title: finding.title,
    message: finding.message,
    remediation: remediationOf(finding.remediation),
    subject: finding.subject,
    pointer: finding.pointer,
    line,
    column,
    endLine,
    endColumn,
    fingerprint: finding.fingerprint,
    sources: finding.sources.map(sourceOf),
    suppressed: suppressedOf(finding),
    baseline: finding.baseline,
    origin: originOf(finding),
  }
}

function remediationOf({ text, commands, verify }: Remediation): object {
  return { text, commands, verify }
}

function sourceOf({ document, section, url, revised, stance }: Source): object {
  return { document, section, url, revised, stance }
}

/** An undecided rule as JSON reports have it. */
export function undecidedOf(entry: Undecided): object {
  const { rule, category, severity, subject, pointer, region, missing } = entry
  return {
    rule,
    category,
    severity,
    subject,
    pointer,
    line: region.line,
    column: region.column,
    missing: placesOf(missing),
    suppressed: suppressedOf(entry),
    origin: originOf(entry),
  }
}

/** Several servers that no list holds are missing at one pointer, which is told once. */
function placesOf(missing: readonly Missing[]): readonly object[] {
  const places = new Map(missing.map(({ pointer, source }) => [`${pointer} ${source}`, { pointer, source }]))
  return [...places.values()]
}

function suppressedOf({ suppressed }: { readonly suppressed?: Suppressed }): object | undefined {
  return suppressed && { reason: suppressed.reason, expires: suppressed.expires }
}

function originOf({ origin }: { readonly origin?: Origin | undefined }): object | undefined {
  return origin && { file: origin.file, source: origin.source }
}
