import { lintInventory } from '../lint-inventory.ts'
import type { InventoryReport, Release } from '../model/report.ts'
import type { Example, Rule } from '../rules/rule.ts'

/** The day of the run of an example that names none. */
export const defaultDay = '2026-11-24'

/** What a rule says of an example's inventory. */
export function runExample(rule: Rule, { inventory, target, method, phase, asOf }: Example): InventoryReport {
  const text = JSON.stringify({ schemaVersion: 1, ...inventory })
  const release = String(target ?? '2012R2') as Release
  const options = {
    asOf: asOf ?? defaultDay,
    target: release,
    method: method ?? 'migrate',
    phase: phase ?? 'before',
  } as const
  return lintInventory({ file: 'example', bytes: new TextEncoder().encode(text) }, [rule], options, [release]).report
}
