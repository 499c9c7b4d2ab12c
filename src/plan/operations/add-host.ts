import type { Inventory, SessionHost } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { notNewerThanBrokers } from '../preconditions/brokers.ts'
import { named, sessionCollections } from '../preconditions/collections.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { inNoCollection } from '../preconditions/hosts.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeSessionCollection } from '../state/deployment.ts'
import { withItem } from '../state/lists.ts'
import { denotes, spelled } from '../state/names.ts'
import { withRole } from '../state/servers.ts'

/** Adds a session host to a collection, and to the deployment. */
export const addHost: Definition<Arguments['addHost']> = {
  parameters: { collection: { kind: 'sessionCollection' }, host: { kind: 'server' } },
  apply: (inventory, { collection, host }) => withRole(joined(inventory, collection, host), host, 'RDS-RD-SERVER'),
  violations: (estate, { collection, host }) =>
    judge(
      collectionExists(named(sessionCollections(estate), collection), collection),
      inNoCollection(estate, host, collection),
      notNewerThanBrokers(estate, host, 'session-host-newer-than-broker'),
    ),
}

function joined(inventory: Inventory, name: string, host: string): Inventory {
  const isThere = denotes(inventory, host)
  return changeSessionCollection(inventory, name, (collection) => {
    const { sessionHosts } = collection
    if (sessionHosts?.some(({ server }) => isThere(server))) return collection
    const isNew = sessionHosts !== undefined && !restOf(sessionHosts)
    return { ...collection, sessionHosts: withItem(sessionHosts, hostEntry(inventory, host, isNew)) }
  })
}

/**
 * A session host as it joins a collection: it takes connections at once, and its sessions are those that its own entry tells.
 * One that may have been in the collection before, drained or not, is as it was.
 */
export function hostEntry(inventory: Inventory, host: string, isNew: boolean): SessionHost {
  return { server: spelled(inventory, host), ...(isNew ? { newConnectionAllowed: 'Yes' } : {}) }
}
