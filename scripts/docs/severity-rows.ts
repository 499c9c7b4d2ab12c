import { applicabilityWords, canFailWords } from '../../src/cli/applicability-words.ts'
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
  const entries = canFailWords(whole).map((entry) => `- ${entry}`)
  return [
    table(['severity', 'where', 'because'], rows),
    ...(entries.length === 0
      ? []
      : ['Where all servers run one release, it can fail only if that is', entries.join('\n')]),
  ]
}
