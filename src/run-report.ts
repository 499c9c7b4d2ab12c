import { version } from '../generated/version.ts'
import type { Circumstances } from './inventory/estate.ts'
import { failOnOf, type LintOptions } from './lint-options.ts'
import type { InventoryReport, Report, RuleDescriptor } from './model/report.ts'
import { reaches } from './model/severity.ts'
import { worstOf } from './model/worst.ts'
import { describeRules } from './rules/describe.ts'
import type { Rule } from './rules/rule.ts'

/** A report on one inventory, and the circumstances it was judged under; without them it is unusable. */
interface Judged {
  readonly report: InventoryReport
  readonly run?: Circumstances | undefined
}

/** Gives the report of a run, with the rules that applied to one of its inventories. */
export function reportOf(judged: readonly Judged[], rules: readonly Rule[], options: LintOptions): Report {
  const runs = distinct(judged.flatMap(({ run }) => run ?? []))
  return {
    tool: { name: 'rds-lint', version },
    verdict: worstOf(judged.map(({ report }) => report.verdict)),
    failOn: failOnOf(options),
    allowUndecided: options.allowUndecided ?? false,
    ...(options.suppressions === false ? { withoutSuppressions: true } : {}),
    inventories: judged.map(({ report }) => report),
    rules: applied(
      runs.flatMap((run) => describeRules(rules, run)),
      rules,
    ),
    ...(options.packs ? { packs: options.packs.map(({ name, version }) => ({ name, version })) } : {}),
  }
}

/** Runs that differ in what a rule's severity depends on. */
function distinct(runs: readonly Circumstances[]): readonly Circumstances[] {
  return [...new Map(runs.map((run) => [`${run.target} ${run.method} ${run.phase}`, run])).values()]
}

/** Gives each rule once, in the order of `rules`; of several severities the gravest. */
export function applied(descriptors: readonly RuleDescriptor[], rules: readonly Rule[]): readonly RuleDescriptor[] {
  const byId = new Map<string, RuleDescriptor>()
  for (const descriptor of descriptors) {
    const known = byId.get(descriptor.id)
    if (!known || !reaches(known.severity, descriptor.severity)) byId.set(descriptor.id, descriptor)
  }
  return rules.flatMap(({ id }) => byId.get(id) ?? [])
}
