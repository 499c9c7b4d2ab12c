import { applicabilityWords, neverFailsWords } from '../../src/cli/applicability-words.ts'
import { severityByTarget } from '../../src/cli/severities.ts'
import { applicabilityTable } from '../../src/rules/applicability-table.ts'
import type { RuleFile } from '../../src/rules/rule.ts'
import type { BuiltInRule } from './rules.ts'
import { table } from './table.ts'

/** The severity of a rule, for each group of targets where it differs. */
export function severityToday(rule: RuleFile): string {
  return severityByTarget(rule, {}) ?? 'none'
}

/** Where a rule applies with which severity, where it does not and why, and where it cannot fail, as Markdown. */
export function applicabilityBlocks({ rule }: BuiltInRule): readonly string[] {
  const whole = applicabilityTable(rule)
  const rows = applicabilityWords(whole).map(({ what, where, reason = '' }) => [what, where || 'everywhere', reason])
  const spared = neverFailsWords(whole).map((clause) => `- It cannot fail ${clause}.`)
  return [table(['severity', 'where', 'because'], rows), ...(spared.length === 0 ? [] : [spared.join('\n')])]
}
