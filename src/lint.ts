import { rules as builtIn } from '../generated/rules.ts'
import { knownOf } from './baseline/known-of.ts'
import type { KnownRule } from './configuration/entry-problems.ts'
import { type JudgedSuppression, judgeSuppressions } from './configuration/suppress.ts'
import { configuredRules } from './configured-rules.ts'
import { everyRule } from './every-rule.ts'
import { lintEvery } from './lint-every.ts'
import { lintInventory } from './lint-inventory.ts'
import { failOnOf, type LintInput, type LintOptions } from './lint-options.ts'
import { judgeTargets } from './lint-targets.ts'
import { limitedMatrices, withMatrixRemarks } from './matrix-remarks.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { Report } from './model/report.ts'
import { supportedTargets } from './model/targets.ts'
import { optionProblem } from './option-problem.ts'
import type { Rule } from './rules/rule.ts'
import { reportOf } from './run-report.ts'
import type { Bearing } from './weigh.ts'
import { useOf, withRemarks } from './with-remarks.ts'

/** The built-in rules as a configuration must know them. */
export const knownRules: readonly KnownRule[] = builtIn.map(({ id, suppressible }) => ({ id, suppressible }))

/** The ids of the built-in rules. */
export const ruleIds: readonly string[] = builtIn.map(({ id }) => id)

/**
 * Holds inventories against the documented constraints of a migration. Pure: no files, no clock, no output; a bad
 * inventory is `unusable` in the report and does not stop the others. Throws a `RangeError` where an
 * option is unusable: a day, a target, a method, a phase, a severity or a rule that does not exist, a target that this version
 * does not judge, an empty list of rules, or a baseline where every target is asked about.
 */
export function lint(inputs: readonly LintInput[], options: LintOptions): Report {
  const all = everyRule(options.packs)
  const ids = all.map(({ id }) => id)
  const problem = optionProblem(options, ids)
  if (problem !== undefined) throw new RangeError(problem)
  const { rules, scope } = configuredRules(all, options)
  const bearing = { failOn: failOnOf(options), suppressions: suppressionsOf(options, all), ...(scope && { scope }) }
  return options.target === 'all'
    ? lintEvery(inputs, rules, options, bearing)
    : lintOne(inputs, rules, options, bearing)
}

function lintOne(
  inputs: readonly LintInput[],
  rules: readonly Rule[],
  options: LintOptions,
  bearing: Bearing & { readonly suppressions: readonly JudgedSuppression[] },
): Report {
  const { baseline, maxSuppressions } = options
  const linted = inputs.map((input) => {
    const known = baseline && knownOf(baseline, input.file)
    const one = lintInventory(input, rules, options, supportedTargets, { ...bearing, ...(known && { known }) })
    // Whoever names no target is told which there are to choose from; a baseline knows nothing of a choice.
    const isOpen = baseline === undefined && one.report.diagnostics.some(({ code }) => code === 'target')
    return {
      ...one,
      targets: isOpen ? judgeTargets(one.reading, rules, { ...options, wholeRuns: false }, bearing) : undefined,
    }
  })
  const reports = withRemarks(linted, bearing.suppressions, options)
  const judged = reports.map((report, index) => ({ report, run: linted[index]?.run }))
  const uses = linted.map((one) => one.targets?.use ?? useOf(one))
  const open = linted.map(({ targets }) => targets)
  const matrices = limitedMatrices(
    withMatrixRemarks(open, uses, bearing.suppressions).map(({ matrix }) => matrix),
    maxSuppressions,
  )
  return { ...reportOf(judged, rules, options), ...(matrices.length > 0 ? { matrices } : {}) }
}

function suppressionsOf(
  { configuration, suppressions, asOf }: LintOptions,
  rules: readonly Rule[],
): readonly JudgedSuppression[] {
  const today = timestampOf(asOf)
  if (configuration === undefined || suppressions === false || today === undefined) return []
  return judgeSuppressions(configuration, rules, dayOf(today))
}
