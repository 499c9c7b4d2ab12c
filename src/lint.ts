import { rules as builtIn } from '../generated/rules.ts'
import { version } from '../generated/version.ts'
import { worstOf } from './engine/verdict.ts'
import { lintInventory } from './lint-inventory.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Method, Origin, Phase, Release, Report, RuleDescriptor, Severity } from './model/report.ts'
import { describeRules } from './rules/describe.ts'

/** An inventory as a file holds it. */
export interface LintInput {
  /** The name that the report gives it; nothing is read from there. */
  readonly file: string
  readonly bytes: Uint8Array
  /** What was found while the inventory was made from other files; told before what is wrong with itself. */
  readonly diagnostics?: readonly Diagnostic[]
  /** Where the part at a JSON pointer came from, where the inventory was made from other files. */
  readonly originOf?: (pointer: string) => Origin
}

/** What is asked about the inventories. */
export interface LintOptions {
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string
  /** The release that the deployment moves to; else each inventory's own `migration.target`. */
  readonly target?: Release
  /** Else each inventory's own, else `migrate`. */
  readonly method?: Method
  /** Else each inventory's own, else `before`. */
  readonly phase?: Phase
  /** The severity from which a finding blocks; `error` where absent. */
  readonly failOn?: Severity
  /** Whether a run that could not decide everything ends well all the same. */
  readonly allowUndecided?: boolean
  /** Only these rules, by id. */
  readonly rules?: readonly string[]
}

/** The ids of the built-in rules. */
export const ruleIds: readonly string[] = builtIn.map(({ id }) => id)

/**
 * Holds inventories against the documented constraints of a migration. Pure: no files, no clock, no output; a bad
 * inventory is `unusable` in the report and does not stop the others. Throws a `RangeError` where an option is unusable.
 */
export function lint(inputs: readonly LintInput[], options: LintOptions): Report {
  const rules = options.rules ? builtIn.filter(({ id }) => options.rules?.includes(id)) : builtIn
  const linted = inputs.map((input) => lintInventory(input, rules, options))
  return {
    tool: { name: 'rds-lint', version },
    verdict: worstOf(linted.map(({ report }) => report.verdict)),
    failOn: options.failOn ?? 'error',
    allowUndecided: options.allowUndecided ?? false,
    inventories: linted.map(({ report }) => report),
    rules: applied(linted.flatMap(({ run }) => (run ? describeRules(rules, run) : []))),
  }
}

/** Each rule once; of several severities the gravest. */
function applied(descriptors: readonly RuleDescriptor[]): readonly RuleDescriptor[] {
  const byId = new Map<string, RuleDescriptor>()
  for (const descriptor of descriptors) {
    const known = byId.get(descriptor.id)
    if (!known || severityRank[descriptor.severity] < severityRank[known.severity]) byId.set(descriptor.id, descriptor)
  }
  return builtIn.flatMap(({ id }) => byId.get(id) ?? [])
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
