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
  const roles = new Map<number, Set<Role>>()
  const unclear: Unknown[] = []
  const names: string[] = []
  for (const [role, hostsOf] of hostsByRole) {
    for (const name of hostsOf(estate)) {
      const found = positionOf(estate, name)
      if (found instanceof Unknown) {
        unclear.push(found)
        names.push(name)
      } else if (found !== undefined) roles.set(found, (roles.get(found) ?? new Set()).add(role))
    }
  }
  const rest = hostsByRole.flatMap(([, hostsOf]) => restOf(hostsOf(estate)) ?? [])
  return { roles, unclear, unclearNames: indexNames(names), rest }
})

// Names alone, so that what else changes of a host, its connections or sessions, changes nothing here.
const hostsByRole: readonly (readonly [Role, (estate: Estate) => readonly string[]])[] = [
  ['RDS-RD-SERVER', once((estate) => namesIn(estate, 'sessionCollections', sessionHosts))],
  ['RDS-VIRTUALIZATION', once((estate) => namesIn(estate, 'virtualDesktopCollections', desktopHosts))],
]

function namesIn<K extends 'sessionCollections' | 'virtualDesktopCollections'>(
  { inventory }: Estate,
  key: K,
  hostsOf: (collection: NonNullable<Deployment[K]>[number]) => readonly string[],
): readonly string[] {
  const { deployment } = inventory
  if (deployment === null) return []
  if (!deployment) return incomplete<string>([], unknown(inventory, 'deployment').facts)
  const collections = deployment[key]
  if (collections === undefined) return incomplete<string>([], unknown(deployment, key).facts)
  const hosts = collections.map(hostsOf)
  return incomplete(hosts.flat(), [...(restOf(collections) ?? []), ...hosts.flatMap((names) => restOf(names) ?? [])])
}

function sessionHosts(collection: SessionCollection): readonly string[] {
  const hosts = collection.sessionHosts
  if (hosts === undefined) return incomplete<string>([], unknown(collection, 'sessionHosts').facts)
  const names = hosts.map(({ server }) => server)
  return incomplete(names, restOf(hosts) ?? [])
}

function desktopHosts(collection: VirtualDesktopCollection): readonly string[] {
  const desktops = collection.virtualDesktops
  if (desktops === undefined) return incomplete<string>([], unknown(collection, 'virtualDesktops').facts)
  const names = new Set(desktops.flatMap(({ host }) => host ?? []))
  const untold = desktops.filter(({ host }) => host === undefined)
  return incomplete([...names], [...(restOf(desktops) ?? []), ...untold.map((holder) => ({ holder, key: 'host' }))])
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
