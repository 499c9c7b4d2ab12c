import { rules as builtIn } from '../generated/rules.ts'
import { version } from '../generated/version.ts'
import { knownOf } from './baseline/known-of.ts'
import type { KnownRule } from './configuration/entry-problems.ts'
import { type JudgedSuppression, judgeSuppressions } from './configuration/suppress.ts'
import { configuredRules } from './configured-rules.ts'
import { worstOf } from './engine/verdict.ts'
import type { Circumstances } from './inventory/estate.ts'
import { lintInventory } from './lint-inventory.ts'
import { failOnOf, type LintInput, type LintOptions } from './lint-options.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { Report, RuleDescriptor } from './model/report.ts'
import { reaches } from './model/severity.ts'
import { supportedTargets } from './model/targets.ts'
import { optionProblem } from './option-problem.ts'
import { describeRules } from './rules/describe.ts'
import { withRemarks } from './with-remarks.ts'

/** The built-in rules as a configuration must know them. */
export const knownRules: readonly KnownRule[] = builtIn.map(({ id, suppressible }) => ({ id, suppressible }))

/** The ids of the built-in rules. */
export const ruleIds: readonly string[] = builtIn.map(({ id }) => id)

/**
 * Holds inventories against the documented constraints of a migration. Pure: no files, no clock, no output; a bad
 * inventory is `unusable` in the report and does not stop the others. Throws a `RangeError` where an
 * option is unusable: a day, a target, a method, a phase, a severity or a rule that does not exist, a target that this version
 * does not judge, or an empty list of rules.
 */
export function lint(inputs: readonly LintInput[], options: LintOptions): Report {
  const problem = optionProblem(options, ruleIds)
  if (problem !== undefined) throw new RangeError(problem)
  const { rules, scope } = configuredRules(builtIn, options)
  const suppressions = suppressionsOf(options)
  const linted = inputs.map((input) => {
    const known = options.baseline && knownOf(options.baseline, input.file)
    const bearing = { failOn: failOnOf(options), suppressions, ...(scope && { scope }), ...(known && { known }) }
    return lintInventory(input, rules, options, supportedTargets, bearing)
  })
  const inventories = withRemarks(linted, suppressions, options)
  return {
    tool: { name: 'rds-lint', version },
    verdict: worstOf(inventories.map(({ verdict }) => verdict)),
    failOn: failOnOf(options),
    allowUndecided: options.allowUndecided ?? false,
    ...(options.suppressions === false ? { withoutSuppressions: true } : {}),
    inventories,
    rules: applied(distinct(linted.flatMap(({ run }) => run ?? [])).flatMap((run) => describeRules(rules, run))),
  }
}

function suppressionsOf({ configuration, suppressions, asOf }: LintOptions): readonly JudgedSuppression[] {
  const today = timestampOf(asOf)
  if (configuration === undefined || suppressions === false || today === undefined) return []
  return judgeSuppressions(configuration, builtIn, dayOf(today))
}

/** Runs that differ in what a rule's severity depends on. */
function distinct(runs: readonly Circumstances[]): readonly Circumstances[] {
  return [...new Map(runs.map((run) => [`${run.target} ${run.method} ${run.phase}`, run])).values()]
}

/** Each rule once; of several severities the gravest. */
function applied(descriptors: readonly RuleDescriptor[]): readonly RuleDescriptor[] {
  const byId = new Map<string, RuleDescriptor>()
  for (const descriptor of descriptors) {
    const known = byId.get(descriptor.id)
    if (!known || !reaches(known.severity, descriptor.severity)) byId.set(descriptor.id, descriptor)
  }
  return builtIn.flatMap(({ id }) => byId.get(id) ?? [])
}
