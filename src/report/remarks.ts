import type { InventoryReport, Report, ReportScope } from '../model/report.ts'
import { count } from './pretty/words.ts'

/**
 * Says in sentences what a verdict rests on, where that is not all rules as they are, and what blocks, where that is not errors;
 * `show` makes the id of a rule fit for where it stands.
 */
export function remarksOf(
  { scope = {}, verdict }: Pick<InventoryReport, 'scope' | 'verdict'>,
  { failOn, allowUndecided, withoutSuppressions }: Report,
  show: (rule: string) => string = (rule) => rule,
): readonly string[] {
  const { baselineKnown = 0 } = scope
  return [
    ...rulesRemarks(scope, show),
    ...(baselineKnown === 0
      ? []
      : [`This verdict leaves out ${count(baselineKnown, 'finding')} that the baseline knows.`]),
    ...(withoutSuppressions ? ['No suppression works in this run (--no-suppressions).'] : []),
    ...(failOn === 'error'
      ? []
      : [`In this run ${failOn === 'warning' ? 'warnings block' : 'warnings and remarks block'} too.`]),
    ...(verdict === 'undecided' && allowUndecided ? ['This run lets undecided rules pass (--allow-undecided).'] : []),
  ]
}

function rulesRemarks({ rules, off, levels = {} }: ReportScope, show: (rule: string) => string): readonly string[] {
  const set = Object.entries(levels).map(([rule, level]) => `${show(rule)} (${level})`)
  return [
    // Where rules are turned off, those are told instead of the others.
    ...(rules === undefined || off !== undefined
      ? []
      : [`Only asked for: ${rules.map(show).join(', ')}. No other rule has a say in this verdict.`]),
    ...(off === undefined
      ? []
      : [`Turned off by the configuration: ${off.map(show).join(', ')}. This verdict rests on fewer rules.`]),
    ...(set.length === 0 ? [] : [`Severity set by the configuration: ${set.join(', ')}.`]),
  ]
}
