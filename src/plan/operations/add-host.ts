import type { Inventory } from '../../inventory/inventory.ts'
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

// A host that joins takes connections at once; its sessions are those that its own entry tells.
function joined(inventory: Inventory, name: string, host: string): Inventory {
  const isThere = denotes(inventory, host)
  const entry = { server: spelled(inventory, host), newConnectionAllowed: 'Yes' } as const
  return changeSessionCollection(inventory, name, (collection) =>
    collection.sessionHosts?.some(({ server }) => isThere(server))
      ? collection
      : { ...collection, sessionHosts: withItem(collection.sessionHosts, entry) },
  )
}
