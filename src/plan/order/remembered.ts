import { knownServers } from '../../inventory/estate.ts'
import { findServer } from '../../inventory/facts/servers.ts'
import type { Deployment, Inventory, Server, SessionCollection } from '../../inventory/inventory.ts'
import { fold } from '../../inventory/names.ts'
import { denotes, sameName } from '../state/names.ts'

/** An inventory with the plan that another one has beside its own; its own counts where both tell. */
export function withPlanOf(inventory: Inventory, before: Inventory | undefined): Inventory {
  if (before?.migration === undefined) return inventory
  return { ...inventory, migration: { ...before.migration, ...inventory.migration } }
}

/**
 * What was there before the move and what is there now, together: the servers as they were, with the roles of either time,
 * and every broker, licence server, collection and host that one of the inventories has.
 */
export function remembered(now: Inventory, before: Inventory | undefined): Inventory {
  if (before === undefined) return now
  const deployment = deployments(now, before)
  return {
    ...now,
    ...(before.servers || now.servers ? { servers: servers(now, before) } : {}),
    ...(deployment === undefined ? {} : { deployment }),
  }
}

function servers(now: Inventory, before: Inventory): readonly Server[] {
  const [today, earlier] = [knownServers(now), knownServers(before)]
  const old = (before.servers ?? []).map((server) => {
    const found = findServer(today, server.name)
    const roles = found && 'name' in found ? found.roles : undefined
    return roles ? { ...server, roles: [...new Set([...(server.roles ?? []), ...roles])] } : server
  })
  return [...old, ...(now.servers ?? []).filter(({ name }) => earlier.serverNames.find(name).length === 0)]
}

function deployments(now: Inventory, before: Inventory): Deployment | null | undefined {
  const [today, earlier] = [now.deployment, before.deployment]
  if (!earlier || !today) return earlier ?? today
  const set = earlier.highAvailability && {
    ...earlier.highAvailability,
    connectionBrokers: union(earlier.highAvailability.connectionBrokers, today.highAvailability?.connectionBrokers),
  }
  const licensing = earlier.licensing && {
    ...earlier.licensing,
    servers: union(earlier.licensing.servers, today.licensing?.servers),
  }
  const highAvailability = set ?? today.highAvailability
  return {
    ...today,
    ...earlier,
    ...(highAvailability === undefined ? {} : { highAvailability }),
    ...(licensing === undefined ? {} : { licensing }),
    ...(earlier.sessionCollections || today.sessionCollections
      ? { sessionCollections: collections(now, earlier, today) }
      : {}),
  }
}

function union(one: readonly string[] = [], other: readonly string[] = []): readonly string[] {
  const known = new Set(one.map(fold))
  return [...one, ...other.filter((name) => !known.has(fold(name)))]
}

function collections(now: Inventory, earlier: Deployment, today: Deployment): readonly SessionCollection[] {
  const first = earlier.sessionCollections ?? []
  const old = first.map((collection) => {
    const same = today.sessionCollections?.find(({ name }) => sameName(name, collection.name))
    const hosts = collection.sessionHosts ?? []
    const joined = (same?.sessionHosts ?? []).filter(
      ({ server }) => !hosts.some((host) => denotes(now, server)(host.server)),
    )
    return { ...collection, sessionHosts: [...hosts, ...joined] }
  })
  const added = (today.sessionCollections ?? []).filter(({ name }) => !first.some((one) => sameName(one.name, name)))
  return [...old, ...added]
}
