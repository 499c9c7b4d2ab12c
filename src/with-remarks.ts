import { holds } from './baseline/known-of.ts'
import { notInBaseline } from './baseline/remarks.ts'
import { suppressionRemarks, type Use } from './configuration/remarks.ts'
import type { JudgedSuppression } from './configuration/suppress.ts'
import type { LintOptions } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { InventoryReport } from './model/report.ts'

/** What a run made of one inventory, as far as remarks depend on it. */
interface Judged {
  readonly report: InventoryReport
  /** Absent where the inventory could not be judged. */
  readonly matched?: ReadonlySet<JudgedSuppression>
}

/** Gives the reports of a run with what only the whole run can tell: stale suppressions, too many of them, a baseline that does not fit. */
export function withRemarks(
  judged: readonly Judged[],
  suppressions: readonly JudgedSuppression[],
  { maxSuppressions, baseline }: LintOptions,
): readonly InventoryReport[] {
  const remarks = suppressionRemarks(suppressions, judged.map(useOf))
  const reports = judged.map(({ report, matched }, index) => {
    const isKnown = !matched || !baseline || holds(baseline, report.file)
    const said = [...report.diagnostics, ...(remarks[index] ?? []), ...(isKnown ? [] : [notInBaseline])]
    return { ...report, diagnostics: said }
  })
  return limited(reports, maxSuppressions)
}

/** Says what a run for one target used of the suppressions. */
export function useOf({ report, matched }: Judged): Use {
  return matched && { matched, rules: new Set(Object.keys(report.tallies)) }
}

/** Blocks the reports of a run that have a part in it where more is suppressed than `most`. */
export function limited(reports: readonly InventoryReport[], most?: number): readonly InventoryReport[] {
  const suppressed = reports.reduce((sum, { counts }) => sum + counts.suppressed, 0)
  if (!isTooMany(suppressed, most)) return reports
  return reports.map((report) => (report.counts.suppressed > 0 ? blockedBySize(report, suppressed, most) : report))
}

/** Whether a run with so many suppressed entries has more than it may. */
export function isTooMany(suppressed: number, most?: number): boolean {
  return most !== undefined && suppressed > most
}

function blockedBySize(report: InventoryReport, suppressed: number, most: number | undefined): InventoryReport {
  const message = `suppressed in this run: ${suppressed}, and no more than ${most} may be (--max-suppressions); settle some of them`
  const tooMany: Diagnostic = { code: 'suppression', severity: 'warning', message }
  return {
    ...report,
    verdict: report.verdict === 'unusable' ? 'unusable' : 'blocked',
    diagnostics: [...report.diagnostics, tooMany],
  }
}
