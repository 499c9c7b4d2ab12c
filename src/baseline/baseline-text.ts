import type { Finding, Report } from '../model/report.ts'
import type { KnownFinding } from './baseline.ts'

/**
 * Gives the baseline of a run as text, in an order that no export changes. What is suppressed is left out, so that it fails
 * again when its suppression ends.
 */
export function baselineText({ inventories }: Report): string {
  const isAlone = inventories.length === 1
  const known = inventories.map(({ file, findings }) => ({
    ...(isAlone ? {} : { file }),
    findings: findings
      .filter(({ suppressed }) => suppressed === undefined)
      .map(kept)
      .sort(byName),
  }))
  return `${JSON.stringify({ baseline: 1, inventories: known }, null, 2)}\n`
}

function kept({ rule, subject, severity, fingerprint }: Finding): KnownFinding {
  return { rule, subject, severity, fingerprint }
}

function byName(one: KnownFinding, other: KnownFinding): number {
  const key = ({ rule, subject, fingerprint }: KnownFinding) => `${rule}\u0000${subject}\u0000${fingerprint}`
  return key(one) < key(other) ? -1 : 1
}
