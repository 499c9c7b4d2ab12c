import { rules as builtIn } from '../generated/rules.ts'
import { version } from '../generated/version.ts'
import { worstOf } from './engine/verdict.ts'
import type { Circumstances } from './inventory/estate.ts'
import { lintInventory } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import { judgeTargets, lintTargets } from './lint-targets.ts'
import { groupBy } from './model/group-by.ts'
import type { InventoryReport, Report, RuleDescriptor } from './model/report.ts'
import { reaches } from './model/severity.ts'
import { optionProblem } from './option-problem.ts'
import { describeRules } from './rules/describe.ts'
import type { Rule } from './rules/rule.ts'

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
  return options.target === 'all' ? lintEvery(inputs, rules, options) : lintOne(inputs, rules, options)
}

function lintOne(inputs: readonly LintInput[], rules: readonly Rule[], options: LintOptions): Report {
  const linted = inputs.map((input) => {
    const { reading, report, run } = lintInventory(input, rules, options)
    // Whoever names no target is told which there are to choose from.
    const isOpen = report.diagnostics.some(({ code }) => code === 'target')
    return { report, run, matrix: isOpen ? judgeTargets(reading, rules, options)?.matrix : undefined }
  })
  const matrices = linted.flatMap(({ matrix }) => matrix ?? [])
  return { ...reportOf(linted, rules, options), ...(matrices.length > 0 ? { matrices } : {}) }
}

/** The verdict is the worst of what is best for each inventory: whether there is a way for all of them. */
function lintEvery(inputs: readonly LintInput[], rules: readonly Rule[], options: LintOptions): Report {
  const linted = inputs.map((input) => lintTargets(input, rules, options))
  const unusable = linted.flatMap((one) => ('unusable' in one ? [{ report: one.unusable }] : []))
  const matrices = linted.flatMap((one) => ('matrix' in one ? [one.matrix] : []))
  const judged = linted.flatMap((one) => ('matrix' in one ? one.judged : []))
  const runs = groupBy(judged, ({ run }) => `${run.target} ${run.method}`).map((one) => reportOf(one, rules, options))
  const verdict = worstOf([...unusable.map(({ report }) => report.verdict), ...matrices.map((one) => one.verdict)])
  return {
    ...reportOf(unusable, rules, options),
    verdict,
    rules: applied(runs.flatMap((run) => run.rules)),
    matrices,
    ...(options.wholeRuns ? { runs } : {}),
  }
}

interface Judged {
  readonly report: InventoryReport
  readonly run?: Circumstances | undefined
}

function reportOf(judged: readonly Judged[], rules: readonly Rule[], options: LintOptions): Report {
  const runs = distinct(judged.flatMap(({ run }) => run ?? []))
  return {
    tool: { name: 'rds-lint', version },
    verdict: worstOf(judged.map(({ report }) => report.verdict)),
    failOn: options.failOn ?? 'error',
    allowUndecided: options.allowUndecided ?? false,
    inventories: judged.map(({ report }) => report),
    rules: applied(runs.flatMap((run) => describeRules(rules, run))),
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
