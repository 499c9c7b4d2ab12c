import type { Inventory, VirtualDesktop } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { sameName } from './names.ts'

/** The desktops of a virtual desktop collection; none where there is no such collection, undefined where that is not told. */
export function desktopsOf({ deployment }: Inventory, collection: string): readonly VirtualDesktop[] | undefined {
  const collections = deployment === null ? [] : deployment?.virtualDesktopCollections
  const found = collections?.find(({ name }) => sameName(name, collection))
  if (found) return found.virtualDesktops
  return collections && !restOf(collections) ? [] : undefined
}
