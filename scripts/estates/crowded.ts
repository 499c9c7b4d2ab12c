import type { Inventory, Role, Server } from '../../src/inventory/inventory.ts'
import type { Random } from './random.ts'

/** The estate with some servers that hold the roles of two or more: a broker that is a session host too, one box for all. */
export function crowded(inventory: Inventory, random: Random): Inventory {
  let crowd = inventory
  for (let count = 1 + random.below(4); count > 0; count--) {
    const holders = (crowd.servers ?? []).filter(({ roles = [] }) => roles.length > 0)
    const [one, other] = random.shuffled(holders)
    if (one && other && fit(crowd, one, other))
      crowd = isBroker(other) ? together(crowd, other, one) : together(crowd, one, other)
  }
  return crowd
}

/** Whether two servers can be one: no role is on both, and licences of the target have a server that can hold them. */
function fit(inventory: Inventory, one: Server, other: Server): boolean {
  const roles = [...(one.roles ?? []), ...(other.roles ?? [])]
  if (new Set(roles).size < roles.length) return false
  const { method, target } = inventory.migration ?? {}
  if (method !== 'migrate' || target === '2012R2' || !roles.includes('RDS-LICENSING')) return true
  // A licence server that stays with its broker holds no licences of the target before the move.
  return [one, other].every((server) => successorOf(inventory, server) !== undefined)
}

/** The roles of one server on another, which goes where it would have gone. */
function together(inventory: Inventory, stays: Server, goes: Server): Inventory {
  const [next, surplus] = [successorOf(inventory, stays), successorOf(inventory, goes)]
  const servers = (inventory.servers ?? []).flatMap((server) => {
    if (server === goes || server === surplus) return []
    if (server === stays) return merged(stays, goes)
    return server === next && surplus ? merged(next, surplus) : server
  })
  const moves = inventory.migration?.servers?.filter(({ source }) => source !== goes.name)
  const whole = { ...inventory, servers, migration: { ...inventory.migration, ...(moves && { servers: moves }) } }
  return renamed(whole, goes.name, stays.name) as Inventory
}

function merged(stays: Server, goes: Server): Server {
  return {
    ...stays,
    roles: [...(stays.roles ?? []), ...(goes.roles ?? [])],
    installedFeatures: [...(stays.installedFeatures ?? []), ...(goes.installedFeatures ?? [])],
    virtualMachine: stays.virtualMachine === true && goes.virtualMachine === true,
    sessions: holds(goes, 'RDS-RD-SERVER') ? (goes.sessions ?? none) : (stays.sessions ?? none),
    licenseServer: stays.licenseServer ?? goes.licenseServer ?? null,
    gateway: stays.gateway ?? goes.gateway ?? null,
    webAccess: stays.webAccess ?? goes.webAccess ?? null,
    virtualizationHost: stays.virtualizationHost ?? goes.virtualizationHost ?? null,
  }
}

const none = { active: 0, disconnected: 0 }

function successorOf({ migration, servers }: Inventory, { name }: Server): Server | undefined {
  const destination = migration?.servers?.find(({ source }) => source === name)?.destination
  return servers?.find((server) => server.name === destination)
}

function isBroker(server: Server): boolean {
  return holds(server, 'RDS-CONNECTION-BROKER')
}

function holds({ roles = [] }: Server, role: Role): boolean {
  return roles.includes(role)
}

/** A value with each name of a server, written in whatever way, replaced by that of another. */
function renamed(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') {
    const written = value.toLowerCase()
    return written === from.toLowerCase() || written === short(from) ? to : value
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, from, to)]))
}

function short(name: string): string {
  return (name.split('.')[0] ?? name).toLowerCase()
}
