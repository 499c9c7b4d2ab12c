import type { Estate } from '../../inventory/estate.ts'
import { byRelease, oneRelease } from '../../inventory/facts/brokers.ts'
import type { Inventory, SessionCollection } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { not } from '../../model/logic.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { notNewerThanBrokers } from '../preconditions/brokers.ts'
import { named, sessionCollections } from '../preconditions/collections.ts'
import { isFound } from '../preconditions/existence.ts'
import { inNoCollection } from '../preconditions/hosts.ts'
import { judge, type Precondition } from '../preconditions/precondition.ts'
import { changeDeployment } from '../state/deployment.ts'
import { knownInPart, withItem } from '../state/lists.ts'
import { sameName } from '../state/names.ts'
import { withRole } from '../state/servers.ts'
import { replacedBy } from '../state/successors.ts'
import { addHost, hostEntry } from './add-host.ts'

/** Makes a session collection of these hosts, which join the deployment; nothing is published in it yet. */
export const createCollection: Definition<Arguments['createCollection']> = {
  parameters: { collection: { kind: 'newCollection' }, hosts: { kind: 'servers' } },
  apply: (inventory, { collection, hosts }) => {
    const isThere = inventory.deployment?.sessionCollections?.some(({ name }) => sameName(name, collection))
    // One that stands already takes the hosts in, so that the steps that follow are judged.
    if (isThere) return hosts.reduce((state, host) => addHost.apply(state, { collection, host }), inventory)
    const made = collectionOf(inventory, collection, hosts)
    const larger = changeDeployment(inventory, (deployment) => ({
      ...deployment,
      sessionCollections: withItem(deployment.sessionCollections, made),
    }))
    return hosts.reduce((state, host) => withRole(state, host, 'RDS-RD-SERVER'), larger)
  },
  violations: (estate, { collection, hosts }) =>
    judge(
      isNew(estate, collection),
      hasHosts(collection, hosts),
      runOneRelease(estate, collection, hosts),
      ...hosts.flatMap((host) => [
        inNoCollection(estate, host, collection),
        notNewerThanBrokers(estate, host, 'session-host-newer-than-broker'),
      ]),
    ),
}

function collectionOf(inventory: Inventory, name: string, hosts: readonly string[]): SessionCollection {
  const others = inventory.deployment?.sessionCollections
  const isNew = others !== undefined && !restOf(others)
  const sessionHosts = hosts.map((host) => hostEntry(inventory, host, isNew))
  // It may stand already among those that nobody told, with hosts and RemoteApps of its own.
  if (!isNew) return { name, sessionHosts: knownInPart(sessionHosts) }
  const type = replacedBy(inventory, name)?.type
  return {
    name,
    ...(type === undefined ? {} : { type }),
    sessionHosts,
    profileDisks: null,
    remoteApps: [],
    userGroups: [],
  }
}

function isNew(estate: Estate, name: string): Precondition {
  return {
    holds: not(isFound(named(sessionCollections(estate), name))),
    violated: () => `The deployment has a collection ${name} already.`,
    question: `whether the deployment has a collection ${name} already`,
  }
}

function hasHosts(name: string, hosts: readonly string[]): Precondition {
  return {
    holds: hosts.length > 0,
    violated: () => `Collection ${name} is to have no session host; a collection is made of at least one.`,
    question: '',
  }
}

function runOneRelease(estate: Estate, name: string, hosts: readonly string[]): Precondition {
  return {
    holds: oneRelease(estate, hosts),
    rule: 'session-collection-mixed-releases',
    violated: () => `The hosts of ${name} would run more than one release: ${byRelease(estate, hosts)}.`,
    question: `whether the hosts of ${name} run one release`,
  }
}
