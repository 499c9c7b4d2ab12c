import type { Inventory } from '../../src/inventory/inventory.ts'
import type { InventoryReport } from '../../src/model/report.ts'

/** What must hold between an inventory and what a change makes of it. */
export interface Law {
  readonly name: string
  /** Changes an inventory, always the same way from the same seed. */
  readonly change: (inventory: Inventory, seed: number) => Inventory
  /** Says what is wrong between the report on an inventory and that on the changed one; undefined where the law holds. */
  readonly broken: (before: InventoryReport, after: InventoryReport) => string | undefined
  /** Whether a counterexample shrinks by taking the same away from both inventories, or by changing what is left again. */
  readonly shrinks: 'both' | 'again'
}

/** A law that an inventory breaks. */
export interface Counterexample {
  readonly law: string
  readonly seed: number
  readonly reason: string
  readonly before: Inventory
  readonly after: Inventory
}
