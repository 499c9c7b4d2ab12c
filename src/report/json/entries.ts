import type { Finding, Missing, Origin, Remediation, Source, Suppressed, Undecided } from '../../model/report.ts'

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
