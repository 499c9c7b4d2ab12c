import { compare } from '../../src/compare/compare.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import type { ComparedItem } from '../../src/model/comparison.ts'

/** Reads a value as an inventory file that holds it; throws where it is none. */
export function inventoryOf(value: unknown): Inventory {
  const { inventory, diagnostics } = loadInventory(new TextEncoder().encode(JSON.stringify(value)))
  if (!inventory) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return inventory
}

/** Compares two inventories that are given as plain values; gives what is not kept. */
export function notKept(before: unknown, after: unknown): readonly ComparedItem[] {
  return compare(inventoryOf(before), inventoryOf(after)).filter(({ status }) => status !== 'kept')
}

/** Gives items as lines: "missing userGroup Sales/CONTOSO\Domain Users". */
export function lines(items: readonly ComparedItem[]): readonly string[] {
  return items.map(({ status, kind, name }) => `${status} ${kind} ${name}`)
}
