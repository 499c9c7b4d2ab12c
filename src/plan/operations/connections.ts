import type { Inventory, SessionHost } from '../../inventory/inventory.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { membersOf } from '../preconditions/collections.ts'
import { drained, inSomeCollection } from '../preconditions/hosts.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeHost } from '../state/deployment.ts'
import { changeServer } from '../state/servers.ts'

/** Lets a session host take no new connections, until somebody allows them again. */
export const drain: Definition<Arguments['drain']> = {
  parameters: { host: { kind: 'server' } },
  apply: (inventory, { host }) => allowing(inventory, host, 'No'),
  violations: (estate, { host }) => judge(inSomeCollection(membersOf(estate, host), host)),
}

/** Lets a session host take new connections. */
export const allowConnections: Definition<Arguments['allowConnections']> = {
  parameters: { host: { kind: 'server' } },
  apply: (inventory, { host }) => allowing(inventory, host, 'Yes'),
  violations: (estate, { host }) => judge(inSomeCollection(membersOf(estate, host), host)),
}

/** Ends all sessions on a session host. */
export const signOut: Definition<Arguments['signOut']> = {
  parameters: { host: { kind: 'server' } },
  apply: (inventory, { host }) =>
    changeServer(
      changeHost(inventory, host, (entry) => ({ ...entry, sessions: none })),
      host,
      (server) => ({ ...server, sessions: none }),
    ),
  violations: (estate, { host }) => {
    const members = membersOf(estate, host)
    return judge(inSomeCollection(members, host), drained(members, host))
  },
}

const none = { active: 0, disconnected: 0 }

function allowing(
  inventory: Inventory,
  host: string,
  newConnectionAllowed: NonNullable<SessionHost['newConnectionAllowed']>,
): Inventory {
  return changeHost(inventory, host, (entry) =>
    entry.newConnectionAllowed === newConnectionAllowed ? entry : { ...entry, newConnectionAllowed },
  )
}
