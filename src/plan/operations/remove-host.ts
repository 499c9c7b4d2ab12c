import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { isAny, type Member, membersIn } from '../preconditions/collections.ts'
import { free } from '../preconditions/hosts.ts'
import { judge, type Precondition } from '../preconditions/precondition.ts'
import { changeSessionCollection } from '../state/deployment.ts'
import { mayHold } from '../state/host-names.ts'
import { withoutItems } from '../state/lists.ts'
import { denotes } from '../state/names.ts'
import { withoutRole } from '../state/servers.ts'

/** Takes a session host out of a collection, and out of the deployment. */
export const removeHost: Definition<Arguments['removeHost']> = {
  parameters: { collection: { kind: 'sessionCollection' }, host: { kind: 'server' } },
  apply: (inventory, { collection, host }) => {
    const left = without(inventory, collection, host)
    if (servesAnother(left, host)) return left
    // A host belongs to one collection: one that was in this one is in no other, told or not.
    return withoutRole(left, host, 'RDS-RD-SERVER', left !== inventory || areHostsTold(inventory))
  },
  violations: (estate, { collection, host }) => {
    const members = membersIn(estate, collection, host)
    return judge(isMember(members, collection, host), free(estate, members, host))
  },
}

function without(inventory: Inventory, name: string, host: string): Inventory {
  const goes = denotes(inventory, host)
  return changeSessionCollection(inventory, name, (collection) => {
    const { sessionHosts } = collection
    const left = sessionHosts && withoutItems(sessionHosts, ({ server }) => goes(server))
    return left === sessionHosts || !left ? collection : { ...collection, sessionHosts: left }
  })
}

function servesAnother(inventory: Inventory, host: string): boolean {
  const holds = mayHold(host)
  const isHost = denotes(inventory, host)
  const collections = inventory.deployment?.sessionCollections ?? []
  return collections.some(
    ({ sessionHosts = [] }) => holds(sessionHosts) && sessionHosts.some(({ server }) => isHost(server)),
  )
}

function areHostsTold({ deployment }: Inventory): boolean {
  const collections = deployment === null ? [] : deployment?.sessionCollections
  if (!collections || restOf(collections)) return false
  return collections.every(({ sessionHosts }) => sessionHosts && !restOf(sessionHosts))
}

function isMember(members: readonly Member[], collection: string, host: string): Precondition {
  return {
    holds: isAny(members),
    violated: () => `${host} is no session host of a collection ${collection}.`,
    question: `whether ${host} is a session host of collection ${collection}`,
  }
}
