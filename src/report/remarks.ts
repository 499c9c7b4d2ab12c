import type { InventoryReport, Report } from '../model/report.ts'

/** Says in sentences what makes a verdict another one than usual: fewer rules, other severities, a baseline, what blocks. */
export function remarksOf(
  { scope = {}, verdict }: InventoryReport,
  { failOn, allowUndecided }: Report,
): readonly string[] {
  const { rules, off = [], levels = {}, baselineKnown = 0 } = scope
  const changed = Object.entries(levels).map(([rule, severity]) => `${rule} (${severity})`)
  return [
    ...(rules === undefined ? [] : [`Only asked for: ${rules.join(', ')}. No other rule has a say in this verdict.`]),
    ...(off.length === 0 ? [] : [`Turned off by the configuration: ${off.join(', ')}.`]),
    ...(changed.length === 0 ? [] : [`Severities from the configuration: ${changed.join(', ')}.`]),
    ...(baselineKnown === 0
      ? []
      : [`Findings that the baseline knows do not count for this verdict: ${baselineKnown}.`]),
    ...(failOn === 'error'
      ? []
      : [`In this run ${failOn === 'warning' ? 'warnings block' : 'warnings and remarks block'} too.`]),
    ...(verdict === 'undecided' && allowUndecided ? ['This run lets undecided rules pass (--allow-undecided).'] : []),
  ]
}
