import type { Finding, Gone, InventoryReport } from '../model/report.ts'
import { reaches } from '../model/severity.ts'
import type { BaselineInventory, KnownFinding } from './baseline.ts'

/** What a run says of an inventory beside what a baseline knows of it. */
interface Compared {
  readonly findings: readonly Finding[]
  readonly gone: readonly Gone[]
  /** Findings of the baseline of which the run cannot tell whether they are still there. */
  readonly untold: readonly Gone[]
}

/** The part of a report that is compared. */
type Judged = Pick<InventoryReport, 'findings' | 'undecided' | 'faults' | 'tallies'>

/**
 * Holds findings against a baseline. A finding that has become graver is new. One that is there no more is gone where its rule
 * looked and could decide everywhere; anywhere else that cannot be told.
 */
export function compare({ findings, undecided, faults, tallies }: Judged, known: BaselineInventory): Compared {
  const before = new Map(known.findings.map((finding) => [finding.fingerprint, finding]))
  const now = new Set(findings.map(({ fingerprint }) => fingerprint))
  const open = new Set([...undecided, ...faults].map(({ rule }) => rule))
  const rest = known.findings.filter(({ fingerprint }) => !now.has(fingerprint))
  const isTold = ({ rule }: KnownFinding) => Object.hasOwn(tallies, rule) && !open.has(rule)
  return {
    findings: findings.map((finding) => ({ ...finding, baseline: stateOf(finding, before.get(finding.fingerprint)) })),
    gone: rest.filter(isTold).map(named),
    untold: rest.filter((finding) => !isTold(finding)).map(named),
  }
}

function stateOf({ rule, severity }: Finding, known: KnownFinding | undefined): 'new' | 'known' {
  return known?.rule === rule && reaches(known.severity, severity) ? 'known' : 'new'
}

function named({ rule, subject, fingerprint }: KnownFinding): Gone {
  return { rule, subject, fingerprint }
}
