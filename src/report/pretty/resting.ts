import type { InventoryReport, Report, ReportScope } from '../../model/report.ts'
import type { Page } from './page.ts'
import { count } from './words.ts'

/** Says what a verdict rests on, where that is not all rules as they are. */
export function remarksOn(
  { scope = {}, verdict }: InventoryReport,
  { failOn, allowUndecided, withoutSuppressions }: Report,
  page: Page,
): readonly string[] {
  return [
    ...rulesRemarks(scope, page),
    ...(scope.baselineKnown === undefined || scope.baselineKnown === 0
      ? []
      : [`This verdict leaves out ${count(scope.baselineKnown, 'finding')} that the baseline knows.`]),
    ...(withoutSuppressions ? ['No suppression works in this run (--no-suppressions).'] : []),
    ...(failOn === 'error'
      ? []
      : [`In this run ${failOn === 'warning' ? 'warnings block' : 'warnings and remarks block'} too.`]),
    ...(verdict === 'undecided' && allowUndecided ? ['This run lets undecided rules pass (--allow-undecided).'] : []),
  ]
}

function rulesRemarks({ rules, off, levels }: ReportScope, page: Page): readonly string[] {
  const set = Object.entries(levels ?? {}).map(([rule, level]) => `${page.show(rule)} (${level})`)
  return [
    ...(rules === undefined || off !== undefined
      ? []
      : [`Only asked for: ${rules.map(page.show).join(', ')}. No other rule has a say in this verdict.`]),
    ...(off === undefined
      ? []
      : [`Turned off by the configuration: ${off.map(page.show).join(', ')}. This verdict rests on fewer rules.`]),
    ...(set.length === 0 ? [] : [`Severity set by the configuration: ${set.join(', ')}.`]),
  ]
}
