import type { Inventory } from '../inventory/inventory.ts'
import type { Release } from '../model/report.ts'
import { definitionOf } from './definitions.ts'
import type { Operation } from './operation.ts'

/**
 * The inventory after an operation, whether or not its preconditions held: what it does not touch keeps its identity, and an
 * operation that changes nothing gives the same inventory. `target` is that of the run where it is not the inventory's own.
 */
export function apply(inventory: Inventory, operation: Operation, target = targetOf(inventory)): Inventory {
  const { definition, taken } = definitionOf(operation)
  return definition.apply(inventory, taken, target)
}

function targetOf({ migration }: Inventory): Release | undefined {
  return migration?.target
}
