import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Deployment, Role, Server, SessionCollection, VirtualDesktopCollection } from '../inventory.ts'
import { indexNames, type NameIndex } from '../names.ts'
import type { Fact } from './fact.ts'
import { positionOf } from './servers.ts'

/** Whether a server is a session host of a session collection or holds desktops of another; unknown where that is not told. */
export function servesCollection(estate: Estate, server: Server): Truth {
  const roles = collectionRoles(estate, server)
  const rest = restOf(roles)
  return roles.length > 0 ? true : rest ? new Unknown(rest) : false
}

/**
 * What collections make of a server, whatever its own entry says: a session host, a virtualization host. Incomplete where
 * collections, their hosts or their desktops are not told.
 */
export function collectionRoles(estate: Estate, server: Server): readonly Role[] {
  const { roles, unclear, unclearNames, rest } = collectionHosts(estate)
  const position = positionOf(estate, server.name)
  const told = typeof position === 'number' ? roles.get(position) : undefined
  const missing = unclearNames.find(server.name).flatMap((index) => unclear[index]?.facts ?? [])
  return incomplete([...(told ?? [])], [...missing, ...rest])
}

interface CollectionHosts {
  /** By positions of servers, where names tell them for certain. */
  readonly roles: ReadonlyMap<number, ReadonlySet<Role>>
  /** Names of hosts that several servers fit, and what is unknown of each. */
  readonly unclearNames: NameIndex
  readonly unclear: readonly Unknown[]
  /** What the lists of collections and hosts do not tell. */
  readonly rest: readonly MissingFact[]
}

const collectionHosts = once((estate): CollectionHosts => {
  const { hosts, missing } = toldHosts(estate)
  const roles = new Map<number, Set<Role>>()
  const unclear: Unknown[] = []
  const names: string[] = []
  for (const { name, role } of hosts) {
    const found = positionOf(estate, name)
    if (found instanceof Unknown) {
      unclear.push(found)
      names.push(name)
    } else if (found !== undefined) roles.set(found, (roles.get(found) ?? new Set()).add(role))
  }
  return { roles, unclear, unclearNames: indexNames(names), rest: missing }
})

interface Told {
  readonly hosts: readonly { readonly name: string; readonly role: Role }[]
  readonly missing: readonly MissingFact[]
}

function toldHosts({ inventory }: Estate): Told {
  const { deployment } = inventory
  if (deployment === null) return { hosts: [], missing: [] }
  if (!deployment) return { hosts: [], missing: unknown(inventory, 'deployment').facts }
  return together([
    of(deployment, 'sessionCollections', sessionHosts),
    of(deployment, 'virtualDesktopCollections', desktopHosts),
  ])
}

function of<K extends 'sessionCollections' | 'virtualDesktopCollections'>(
  deployment: Deployment,
  key: K,
  hostsOf: (collection: NonNullable<Deployment[K]>[number]) => Told,
): Told {
  const collections = deployment[key]
  if (collections === undefined) return { hosts: [], missing: unknown(deployment, key).facts }
  return together([{ hosts: [], missing: restOf(collections) ?? [] }, ...collections.map(hostsOf)])
}

function sessionHosts(collection: SessionCollection): Told {
  const hosts = collection.sessionHosts
  if (hosts === undefined) return { hosts: [], missing: unknown(collection, 'sessionHosts').facts }
  return { hosts: hosts.map(({ server }) => ({ name: server, role: 'RDS-RD-SERVER' })), missing: restOf(hosts) ?? [] }
}

function desktopHosts(collection: VirtualDesktopCollection): Told {
  const desktops = collection.virtualDesktops
  if (desktops === undefined) return { hosts: [], missing: unknown(collection, 'virtualDesktops').facts }
  const names = new Set(desktops.flatMap(({ host }) => host ?? []))
  const untold = desktops.filter(({ host }) => host === undefined)
  return {
    hosts: [...names].map((name) => ({ name, role: 'RDS-VIRTUALIZATION' })),
    missing: [...(restOf(desktops) ?? []), ...untold.map((holder) => ({ holder, key: 'host' }))],
  }
}

function together(parts: readonly Told[]): Told {
  return { hosts: parts.flatMap(({ hosts }) => hosts), missing: parts.flatMap(({ missing }) => missing) }
}

export const collectionHostFacts: readonly Fact[] = [
  {
    name: 'servesCollection',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server is a session host of a session collection, or holds desktops of a virtual desktop collection.',
    of: servesCollection,
  },
  {
    name: 'collectionRoles',
    takes: ['Server'],
    gives: 'list(string)',
    says: 'The roles in which collections name a server, whatever its own entry says: session host, virtualization host.',
    of: collectionRoles,
  },
]
