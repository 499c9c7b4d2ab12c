import { rules as builtIn } from '../generated/rules.ts'
import { version } from '../generated/version.ts'
import { worstOf } from './engine/verdict.ts'
import type { Circumstances } from './inventory/estate.ts'
import { lintInventory } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import type { Report, RuleDescriptor } from './model/report.ts'
import { reaches } from './model/severity.ts'
import { optionProblem } from './option-problem.ts'
import { describeRules } from './rules/describe.ts'

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
  const wanted = options.rules?.map((id) => id.toLowerCase())
  const rules = wanted ? builtIn.filter(({ id }) => wanted.includes(id)) : builtIn
  const linted = inputs.map((input) => lintInventory(input, rules, options))
  return {
    tool: { name: 'rds-lint', version },
    verdict: worstOf(linted.map(({ report }) => report.verdict)),
    failOn: options.failOn ?? 'error',
    allowUndecided: options.allowUndecided ?? false,
    inventories: linted.map(({ report }) => report),
    rules: applied(distinct(linted.flatMap(({ run }) => run ?? [])).flatMap((run) => describeRules(rules, run))),
  }
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
