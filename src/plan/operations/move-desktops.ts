import type { Inventory } from '../../inventory/inventory.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { desktopCollections, named } from '../preconditions/collections.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { judge } from '../preconditions/precondition.ts'
import { isVirtualizationHost } from '../preconditions/roles.ts'
import { changeDesktops } from '../state/deployment.ts'
import { moveMachines } from '../state/machines.ts'
import { denotes, sameName, spelled } from '../state/names.ts'
import { withEntry } from '../state/servers.ts'

/** Moves the desktops of a virtual desktop collection from one virtualization host to another; each takes its record along. */
export const moveDesktops: Definition<Arguments['moveDesktops']> = {
  parameters: { collection: { kind: 'desktopCollection' }, from: { kind: 'server' }, to: { kind: 'server' } },
  apply: (inventory, { collection, from, to }) => {
    const names = desktopsAt(inventory, collection, from)
    if (names.size === 0 || denotes(inventory, from)(to)) return inventory
    const isSource = denotes(inventory, from)
    const host = spelled(inventory, to)
    const moved = changeDesktops(inventory, (desktop, { name }) =>
      sameName(name, collection) && desktop.host !== undefined && isSource(desktop.host)
        ? { ...desktop, host }
        : desktop,
    )
    return moveMachines(withEntry(moved, to), names, from, to)
  },
  violations: (estate, { collection, from, to }) =>
    judge(
      collectionExists(named(desktopCollections(estate), collection), collection),
      isVirtualizationHost(estate, from),
      isVirtualizationHost(estate, to),
    ),
}

/** Names of the desktops of a collection on a host, in lower case. */
function desktopsAt(inventory: Inventory, collection: string, from: string): ReadonlySet<string> {
  const isSource = denotes(inventory, from)
  const collections = inventory.deployment?.virtualDesktopCollections
  const found = collections?.find(({ name }) => sameName(name, collection))
  const there = found?.virtualDesktops?.filter(({ host }) => host !== undefined && isSource(host)) ?? []
  return new Set(there.map(({ name }) => name.toLowerCase()))
}
