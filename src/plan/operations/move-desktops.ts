import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { desktopCollections, named } from '../preconditions/collections.ts'
import { goesElsewhere } from '../preconditions/elsewhere.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { judge } from '../preconditions/precondition.ts'
import { isVirtualizationHost } from '../preconditions/roles.ts'
import { changeDesktops } from '../state/deployment.ts'
import { desktopsOf } from '../state/desktops.ts'
import { moveMachines } from '../state/machines.ts'
import { denotes, sameName, spelled } from '../state/names.ts'
import { withEntry } from '../state/servers.ts'

/** Moves the desktops of a virtual desktop collection from one virtualization host to another; each takes its record along. */
export const moveDesktops: Definition<Arguments['moveDesktops']> = {
  parameters: { collection: { kind: 'desktopCollection' }, from: { kind: 'server' }, to: { kind: 'server' } },
  apply: (inventory, { collection, from, to }) => {
    const { names, isWhole } = desktopsAt(inventory, collection, from)
    if ((names.size === 0 && isWhole) || denotes(inventory, from)(to)) return inventory
    const isSource = denotes(inventory, from)
    const host = spelled(inventory, to)
    const moved = changeDesktops(inventory, (desktop, { name }) =>
      sameName(name, collection) && desktop.host !== undefined && isSource(desktop.host)
        ? { ...desktop, host }
        : desktop,
    )
    const there = names.size > 0 ? withEntry(moved, to) : moved
    return moveMachines(there, names, from, to, isWhole)
  },
  violations: (estate, { collection, from, to }) =>
    judge(
      goesElsewhere(denotes(estate.inventory, from)(to), from, to),
      collectionExists(named(desktopCollections(estate), collection), collection),
      isVirtualizationHost(estate, from),
      isVirtualizationHost(estate, to),
    ),
}

interface Desktops {
  /** In lower case. */
  readonly names: ReadonlySet<string>
  /** Whether there are no others: every desktop of the collection and its host is told. */
  readonly isWhole: boolean
}

function desktopsAt(inventory: Inventory, collection: string, from: string): Desktops {
  const isSource = denotes(inventory, from)
  const desktops = desktopsOf(inventory, collection)
  const there = desktops?.filter(({ host }) => host !== undefined && isSource(host)) ?? []
  return {
    names: new Set(there.map(({ name }) => name.toLowerCase())),
    isWhole: desktops !== undefined && !restOf(desktops) && desktops.every(({ host }) => host !== undefined),
  }
}
