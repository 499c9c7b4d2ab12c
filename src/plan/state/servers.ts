import { knownServers } from '../../inventory/estate.ts'
import { findServer } from '../../inventory/facts/servers.ts'
import type { Inventory, Role, Server } from '../../inventory/inventory.ts'
import { namedAlike } from '../../inventory/server-index.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'
import { inPlaceOf, knownInPart, withItem, withoutItems } from './lists.ts'

/** The entry of the server that a name denotes for certain; undefined where there is none. */
export function entryOf(inventory: Inventory, name: string): Server | undefined {
  const found = findServer(knownServers(inventory), name)
  return found instanceof Unknown ? undefined : found
}

/** An inventory with the entry of a server changed; the same where no entry is denoted for certain. */
export function changeServer(inventory: Inventory, name: string, change: (server: Server) => Server): Inventory {
  const { servers, serverNames } = knownServers(inventory)
  const [position, another] = serverNames.find(name)
  const server = position === undefined || another !== undefined ? undefined : servers[position]
  if (position === undefined || server === undefined) return inventory
  const changed = change(server)
  if (changed === server) return inventory
  const now = servers.with(position, changed)
  return { ...inventory, servers: namedAlike(inPlaceOf(servers, now), servers) }
}

/**
 * An inventory with an entry for a server: one that no entry denotes is added, with nothing known of it but its name and, where
 * the list of servers is whole, that it held no role in the deployment.
 */
export function withEntry(inventory: Inventory, name: string): Inventory {
  const { servers, serverNames } = knownServers(inventory)
  if (serverNames.find(name).length > 0) return inventory
  const entry: Server = restOf(servers) ? { name } : { name, roles: [] }
  return { ...inventory, servers: withItem(inventory.servers, entry) }
}

/** An inventory in which a server holds a role in the deployment. */
export function withRole(inventory: Inventory, name: string, role: Role): Inventory {
  return changeServer(withEntry(inventory, name), name, (server) =>
    server.roles?.includes(role) ? server : { ...server, roles: withItem(server.roles, role) },
  )
}

/**
 * An inventory in which a server does not hold a role; roles that nobody told stay unknown. Where it is not certain that it
 * lost the role, its roles are known only in part.
 */
export function withoutRole(inventory: Inventory, name: string, role: Role, isCertain = true): Inventory {
  return changeServer(inventory, name, (server) => {
    if (!server.roles?.includes(role)) return server
    const roles = withoutItems(server.roles, (held) => held === role)
    return { ...server, roles: isCertain ? roles : knownInPart(roles) }
  })
}
