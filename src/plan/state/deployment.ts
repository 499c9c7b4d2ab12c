import type {
  Deployment,
  Inventory,
  SessionCollection,
  SessionHost,
  VirtualDesktop,
  VirtualDesktopCollection,
} from '../../inventory/inventory.ts'
import { mayHold } from './host-names.ts'
import { mapItems } from './lists.ts'
import { denotes, sameName } from './names.ts'

/** An inventory with its deployment changed; the same where there is none, or none is told. */
export function changeDeployment(inventory: Inventory, change: (deployment: Deployment) => Deployment): Inventory {
  const { deployment } = inventory
  if (!deployment) return inventory
  const changed = change(deployment)
  return changed === deployment ? inventory : { ...inventory, deployment: changed }
}

/** An inventory with each session collection changed. */
export function changeSessionCollections(
  inventory: Inventory,
  change: (collection: SessionCollection) => SessionCollection,
): Inventory {
  return changeDeployment(inventory, (deployment) => {
    const { sessionCollections } = deployment
    const now = sessionCollections && mapItems(sessionCollections, change)
    return now === sessionCollections || !now ? deployment : { ...deployment, sessionCollections: now }
  })
}

/** An inventory with each virtual desktop collection changed. */
export function changeDesktopCollections(
  inventory: Inventory,
  change: (collection: VirtualDesktopCollection) => VirtualDesktopCollection,
): Inventory {
  return changeDeployment(inventory, (deployment) => {
    const { virtualDesktopCollections } = deployment
    const now = virtualDesktopCollections && mapItems(virtualDesktopCollections, change)
    return now === virtualDesktopCollections || !now ? deployment : { ...deployment, virtualDesktopCollections: now }
  })
}

/** An inventory with the session collection of a name changed. */
export function changeSessionCollection(
  inventory: Inventory,
  name: string,
  change: (collection: SessionCollection) => SessionCollection,
): Inventory {
  return changeSessionCollections(inventory, (collection) =>
    sameName(collection.name, name) ? change(collection) : collection,
  )
}

/** An inventory with the entries of a session host changed, in whichever collections it is. */
export function changeHost(inventory: Inventory, name: string, change: (host: SessionHost) => SessionHost): Inventory {
  const isHost = denotes(inventory, name)
  const holds = mayHold(name)
  return changeSessionCollections(inventory, (collection) => {
    const { sessionHosts } = collection
    if (!sessionHosts || !holds(sessionHosts)) return collection
    const now = mapItems(sessionHosts, (host) => (isHost(host.server) ? change(host) : host))
    return now === sessionHosts ? collection : { ...collection, sessionHosts: now }
  })
}

/** An inventory with the desktops of each virtual desktop collection changed. */
export function changeDesktops(
  inventory: Inventory,
  change: (desktop: VirtualDesktop, collection: VirtualDesktopCollection) => VirtualDesktop,
): Inventory {
  return changeDesktopCollections(inventory, (collection) => {
    const { virtualDesktops } = collection
    const now = virtualDesktops && mapItems(virtualDesktops, (desktop) => change(desktop, collection))
    return now === virtualDesktops || !now ? collection : { ...collection, virtualDesktops: now }
  })
}
