import type { JudgedSuppression } from './configuration/suppress.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import { lintTargets } from './lint-targets.ts'
import { limitedMatrices, withMatrixRemarks } from './matrix-remarks.ts'
import { groupBy } from './model/group-by.ts'
import type { Report } from './model/report.ts'
import { worstOf } from './model/worst.ts'
import type { Rule } from './rules/rule.ts'
import { applied, reportOf } from './run-report.ts'
import type { Bearing } from './weigh.ts'
import { limited } from './with-remarks.ts'

/**
 * Holds inventories against rules for every target. The verdict is the worst of what is best for each inventory: whether there
 * is a way for all of them.
 */
export function lintEvery(
  inputs: readonly LintInput[],
  rules: readonly Rule[],
  options: LintOptions,
  bearing: Bearing & { readonly suppressions: readonly JudgedSuppression[] },
): Report {
  const linted = inputs.map((input) => lintTargets(input, rules, options, bearing))
  const unusable = linted.flatMap((one) => ('unusable' in one ? [{ report: one.unusable }] : []))
  const compared = linted.map((one) => ('matrix' in one ? one : undefined))
  const uses = compared.map((one) => one?.use)
  const remarked = withMatrixRemarks(compared, uses, bearing.suppressions)
  const matrices = limitedMatrices(
    remarked.map(({ matrix }) => matrix),
    options.maxSuppressions,
  )
  const judged = remarked.flatMap((one) => one.judged)
  const runs = groupBy(judged, ({ run }) => `${run.target} ${run.method}`).map((group) => {
    const reports = limited(
      group.map(({ report }) => report),
      options.maxSuppressions,
    )
    return reportOf(
      reports.map((report, index) => ({ report, run: group[index]?.run })),
      rules,
      options,
    )
  })
  const verdict = worstOf([...unusable.map(({ report }) => report.verdict), ...matrices.map((one) => one.verdict)])
  return {
    ...reportOf(unusable, rules, options),
    verdict,
    rules: applied(
      runs.flatMap((run) => run.rules),
      rules,
    ),
    matrices,
    ...(options.wholeRuns ? { runs } : {}),
  }
}
