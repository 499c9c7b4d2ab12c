import type { Inventory, Migration } from '../inventory/inventory.ts'
import type { Collected } from './collect.ts'
import { withListings } from './migration.ts'

/** The inventory of what was collected, with the planner's section where there is one. */
export function withMigration({ inventory, listings }: Collected, migration: Migration | undefined): Inventory {
  const { schemaVersion, collection, ...sections } = inventory
  return {
    schemaVersion,
    ...(collection ? { collection } : {}),
    ...(migration ? { migration: withListings(migration, listings) } : {}),
    ...sections,
  }
}

/** An inventory as the text of a file. */
export function inventoryText(inventory: Inventory): string {
  return `${JSON.stringify(inventory, null, 2)}\n`
}
