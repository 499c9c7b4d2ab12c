import type { Inventory } from '../../src/inventory/inventory.ts'
import type { InventoryReport } from '../../src/model/report.ts'
import { estate } from '../estates/estate.ts'
import { judge } from './judge.ts'
import type { Counterexample, Law } from './law.ts'
import { names } from './names.ts'
import { order } from './order.ts'
import { removal } from './removal.ts'
import { unrepeatable } from './repeat.ts'

/** What holds for every inventory and a changed one. */
export const laws: readonly Law[] = [removal, order, names]

/** The laws that the estate of a seed breaks. */
export function counterexamples(seed: number): readonly Counterexample[] {
  // Neither number has a divisor in common with those of targets, phases and methods, so that each meets each.
  const before = estate(seed, { hosts: seed % 49 === 0 ? 40 : 4 })
  const report = judge(before, seed)
  const own = faultOf(report) ?? (seed % 23 === 0 ? unrepeatable(before, seed) : undefined)
  const found = laws.flatMap((law) => {
    const after = law.change(before, seed)
    const reason = brokenBy(law, report, after, seed)
    return reason === undefined ? [] : [{ law: law.name, seed, reason, before, after }]
  })
  return own === undefined ? found : [{ law: 'no faults', seed, reason: own, before, after: before }, ...found]
}

/** What a law says of a changed inventory; undefined where it holds. */
export function brokenBy(law: Law, before: InventoryReport, after: Inventory, seed: number): string | undefined {
  // What cannot be judged has no findings to keep.
  if (faultOf(before)) return undefined
  const report = judge(after, seed)
  return faultOf(report) ?? law.broken(before, report)
}

function faultOf({ faults, diagnostics }: InventoryReport): string | undefined {
  const [fault] = faults
  if (fault) return `a fault of ${fault.rule} at ${fault.pointer}: ${fault.message}`
  const error = diagnostics.find(({ severity }) => severity === 'error')
  return error && `unusable: ${error.message}`
}
