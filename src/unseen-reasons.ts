import { labelOf } from './engine/label.ts'
import { createEstate } from './inventory/estate.ts'
import type { Inventory } from './inventory/inventory.ts'
import { reasonOf, supplyOf } from './inventory/sources.ts'
import { Timestamp } from './model/instant.ts'
import { parsePointer } from './model/pointer.ts'

/**
 * Says why an inventory does not tell what would stand at a pointer: what its collector said of the source, else which source
 * would tell. Undefined where neither is known.
 */
export function unseenReasons(inventory: Inventory): (pointer: string) => string | undefined {
  // What would tell a fact depends on nothing that a run asks.
  const run = { target: '2025', method: 'migrate', phase: 'after', today: new Timestamp(0n) } as const
  const estate = createEstate(inventory, run)
  return (pointer) => {
    const tokens = parsePointer(pointer) ?? []
    const { source, row } = supplyOf(estate, tokens, labelOf(inventory, tokens, false).entries)
    if (row) return reasonOf(row)
    return source === undefined ? undefined : `${source} tells it.`
  }
}
