import type { Inventory } from '../inventory/inventory.ts'
import { type ComparedItem, type ComparisonVerdict, comparedKinds, comparedStatuses } from '../model/comparison.ts'
import { compareBrokers } from './brokers.ts'
import { byName } from './by-name.ts'
import { compareCertificates } from './certificates.ts'
import { compareDesktopCollections, compareSessionCollections } from './collections.ts'
import { compareGateways } from './gateways.ts'
import { both, inventoriesOf } from './inventories.ts'
import { compareLicensing } from './licensing.ts'
import { newItems } from './pair.ts'
import { compareWebAccess } from './web-access.ts'

/**
 * Says of each part that a move must not lose what became of it between two inventories of one deployment: by kind in the
 * order of the migration, then by name. Servers, session collections and locations of profile disks that the plan of the
 * earlier inventory moves are the same before and after.
 */
export function compare(before: Inventory, after: Inventory): readonly ComparedItem[] {
  const inventories = inventoriesOf(before, after)
  const { items, claimed, later } = both(
    compareBrokers(inventories),
    compareSessionCollections(inventories),
    compareDesktopCollections(inventories),
    compareWebAccess(inventories),
    compareGateways(inventories),
    compareLicensing(inventories),
    compareCertificates(inventories),
  )
  return [...items, ...newItems(later, claimed)].sort(inOrder)
}

/** What follows: something is missing, or else something was not observed, or else all is kept. */
export function verdictOf(items: readonly ComparedItem[]): ComparisonVerdict {
  if (items.some(({ status }) => status === 'missing')) return 'lost'
  return items.some(({ status }) => status === 'notObserved') ? 'undecided' : 'kept'
}

function inOrder(one: ComparedItem, other: ComparedItem): number {
  return (
    comparedKinds.indexOf(one.kind) - comparedKinds.indexOf(other.kind) ||
    byName(one.name, other.name) ||
    comparedStatuses.indexOf(one.status) - comparedStatuses.indexOf(other.status)
  )
}
