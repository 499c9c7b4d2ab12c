import type { Inventory, SessionCollection } from '../../inventory/inventory.ts'
import { sameName } from './names.ts'

/** The session collection whose place the plan lets another one take; undefined where it names none, or none that is there. */
export function replacedBy({ migration, deployment }: Inventory, name: string): SessionCollection | undefined {
  const move = migration?.collections?.find(({ destination }) => sameName(destination, name))
  return move && deployment?.sessionCollections?.find((collection) => sameName(collection.name, move.source))
}
