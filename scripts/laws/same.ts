import type { Finding, InventoryReport, Undecided } from '../../src/model/report.ts'

/** Says what differs between two reports beyond pointers and lines; undefined where nothing does. */
export function sameButPlaces(before: InventoryReport, after: InventoryReport): string | undefined {
  return (
    sameButNames(before, after) ??
    difference('told', before.findings.map(wordsOf), after.findings.map(wordsOf)) ??
    difference('missing', before.undecided.map(missingOf), after.undecided.map(missingOf))
  )
}

/** Says what differs between two reports beyond pointers, lines and the names in sentences; undefined where nothing does. */
export function sameButNames(before: InventoryReport, after: InventoryReport): string | undefined {
  return (
    difference('verdict', [before.verdict], [after.verdict]) ??
    difference('finding', before.findings.map(printOf), after.findings.map(printOf)) ??
    difference('undecided', before.undecided.map(openOf), after.undecided.map(openOf)) ??
    difference('count', [JSON.stringify(before.counts)], [JSON.stringify(after.counts)]) ??
    difference('diagnostic', before.diagnostics.map(codeOf), after.diagnostics.map(codeOf))
  )
}

function printOf({ rule, severity, fingerprint }: Finding): string {
  return `${rule} ${severity} ${fingerprint}`
}

// Equal parts are told apart by a number, which goes by their order.
function wordsOf({ rule, fingerprint, message, remediation, subject }: Finding): string {
  return JSON.stringify([rule, fingerprint.split(':')[0], message, remediation, subject])
}

function openOf({ rule, severity, subject, missing }: Undecided): string {
  return JSON.stringify([
    rule,
    severity,
    subject.split('/').length,
    missing.length,
    missing.map(({ source }) => source).sort(),
  ])
}

function missingOf({ rule, subject, missing }: Undecided): string {
  return JSON.stringify([
    rule,
    subject,
    missing.map(({ label, source, reason }) => [label, source, reason].join(' ')).sort(),
  ])
}

function codeOf({ code, severity }: { readonly code: string; readonly severity: string }): string {
  return `${code} ${severity}`
}

function difference(what: string, before: readonly string[], after: readonly string[]): string | undefined {
  const [one, other] = [before.toSorted(), after.toSorted()]
  const lost = one.find((text, index) => text !== other[index]) ?? (one.length < other.length ? '' : undefined)
  if (lost === undefined) return undefined
  const at = one.indexOf(lost)
  return `${what} differs: ${lost || 'nothing'} against ${other[at < 0 ? one.length : at] ?? 'nothing'}`
}
