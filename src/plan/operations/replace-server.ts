import { roles } from '../../../generated/tables.ts'
import type { Inventory, Role, Server } from '../../inventory/inventory.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { inPlaceOf, mapItems, withItem, withoutItems } from '../state/lists.ts'
import { denotes, spelled } from '../state/names.ts'
import { changeServer, entryOf, withEntry } from '../state/servers.ts'

/**
 * Lets a successor take over Web Access and Gateway or, of a server that stands alone, every RDS role, by the guide of each
 * role. What the successor itself does not tell of a role is as it was on the server that it replaces.
 */
export const replaceServer: Definition<Arguments['replaceServer']> = {
  parameters: { server: { kind: 'server' }, by: { kind: 'server' } },
  apply: (inventory, { server, by }) => {
    const old = entryOf(inventory, server)
    if (!old || denotes(inventory, server)(by)) return inventory
    const moved = rolesOf(old)
    if (moved.length === 0) return inventory
    const taken = changeServer(withEntry(inventory, by), by, (entry) => successor(entry, old, moved))
    const left = changeServer(taken, server, (entry) => retired(entry, moved))
    return moved.includes('RDS-GATEWAY') ? inFarms(left, server, by) : left
  },
  violations: () => [],
}

/** The roles in a deployment that a successor takes over by guides of their own. */
export const movable: readonly Role[] = ['RDS-WEB-ACCESS', 'RDS-GATEWAY']

/** What each role keeps on its server. */
const sections = {
  'RDS-WEB-ACCESS': 'webAccess',
  'RDS-GATEWAY': 'gateway',
  'RDS-LICENSING': 'licenseServer',
  'RDS-VIRTUALIZATION': 'virtualizationHost',
} as const satisfies Partial<Record<Role, keyof Server>>

function rolesOf({ roles: held, installedFeatures = [] }: Server): readonly Role[] {
  if (!held) return []
  if (held.length > 0) return held.filter((role) => movable.includes(role))
  const features = new Set(installedFeatures.map((feature) => feature.toLowerCase()))
  return roles.filter((row) => features.has(row.feature.toLowerCase())).map(({ role }) => role)
}

function successor(server: Server, old: Server, moved: readonly Role[]): Server {
  const held = old.roles ?? []
  const gained = moved.filter((role) => held.includes(role) && !server.roles?.includes(role))
  const isKnown = server.certificates !== undefined
  return {
    ...withFeatures(server, moved),
    ...(gained.length > 0 && { roles: gained.reduce((list, role) => withItem(list, role), server.roles) ?? [] }),
    ...inherited(server, old, moved),
    // The guides of both roles bring the certificate along.
    ...(!isKnown && old.certificates && { certificates: old.certificates }),
  }
}

function inherited(server: Server, old: Server, moved: readonly Role[]): Partial<Server> {
  const entries = Object.entries(sections).flatMap(([role, key]) => {
    const [own, section] = [server[key], old[key]]
    return moved.some((one) => one === role) && section ? [[key, { ...section, ...own }] as const] : []
  })
  return Object.fromEntries(entries)
}

function retired(server: Server, moved: readonly Role[]): Server {
  const features = new Set(moved.map(featureOf))
  const { roles: held, installedFeatures } = server
  const gone = Object.entries(sections).filter(([role, key]) => moved.some((one) => one === role) && server[key])
  return {
    ...server,
    ...(held && { roles: withoutItems(held, (role) => moved.includes(role)) }),
    ...(installedFeatures && {
      installedFeatures: withoutItems(installedFeatures, (feature) => features.has(feature.toLowerCase())),
    }),
    ...Object.fromEntries(gone.map(([, key]) => [key, null])),
  }
}

function withFeatures(server: Server, moved: readonly Role[]): Server {
  const { installedFeatures } = server
  if (!installedFeatures) return server
  const there = new Set(installedFeatures.map((feature) => feature.toLowerCase()))
  const added = moved.filter((role) => !there.has(featureOf(role)))
  if (added.length === 0) return server
  const names = added.map((role) => roles.find((row) => row.role === role)?.feature ?? role)
  return { ...server, installedFeatures: inPlaceOf(installedFeatures, [...installedFeatures, ...names]) }
}

function featureOf(role: Role): string {
  return (roles.find((row) => row.role === role)?.feature ?? role).toLowerCase()
}

/** The farms of gateways with the successor in the place of the server. */
function inFarms(inventory: Inventory, server: string, by: string): Inventory {
  const { servers } = inventory
  const isOld = denotes(inventory, server)
  const name = spelled(inventory, by)
  const members = (servers ?? []).filter(({ gateway }) => gateway?.farmMembers?.some(isOld))
  return members.reduce(
    (state, member) =>
      changeServer(state, member.name, (entry) => {
        const { gateway } = entry
        const farmMembers = gateway?.farmMembers
        if (!farmMembers) return entry
        return {
          ...entry,
          gateway: { ...gateway, farmMembers: mapItems(farmMembers, (one) => (isOld(one) ? name : one)) },
        }
      }),
    inventory,
  )
}
