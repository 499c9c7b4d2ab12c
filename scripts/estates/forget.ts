import type { Inventory } from '../../src/inventory/inventory.ts'
import { facts, without } from './facts.ts'
import type { Random } from './random.ts'

/** Leaves out each fact of an inventory with this probability. */
export function forget(inventory: Inventory, probability: number, random: Random): Inventory {
  const forgotten = random.some(facts(inventory), probability)
  return forgotten.reduce(without, inventory)
}
