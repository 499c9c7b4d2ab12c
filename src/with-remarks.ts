import { holds } from './baseline/known-of.ts'
import { notInBaseline } from './baseline/remarks.ts'
import { suppressionRemarks } from './configuration/remarks.ts'
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
  { maxSuppressions: most = Number.POSITIVE_INFINITY, baseline }: LintOptions,
): readonly InventoryReport[] {
  const uses = judged.map(({ matched, report }) => matched && { matched, rules: new Set(Object.keys(report.tallies)) })
  const remarks = suppressionRemarks(suppressions, uses)
  const suppressed = judged.reduce((sum, { report }) => sum + report.counts.suppressed, 0)
  return judged.map(({ report, matched }, index) => {
    const isKnown = !matched || !baseline || holds(baseline, report.file)
    const said = [...report.diagnostics, ...(remarks[index] ?? []), ...(isKnown ? [] : [notInBaseline])]
    const whole = { ...report, diagnostics: said }
    return suppressed > most && report.counts.suppressed > 0 ? blockedBySize(whole, suppressed, most) : whole
  })
}

function blockedBySize(report: InventoryReport, suppressed: number, most: number): InventoryReport {
  const message = `suppressed in this run: ${suppressed}, and no more than ${most} may be (--max-suppressions); settle some of them`
  const tooMany: Diagnostic = { code: 'suppression', severity: 'warning', message }
  return {
    ...report,
    verdict: report.verdict === 'unusable' ? 'unusable' : 'blocked',
    diagnostics: [...report.diagnostics, tooMany],
  }
}
