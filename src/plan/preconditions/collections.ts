import type { Estate } from '../../inventory/estate.ts'
import { sameServer } from '../../inventory/facts/servers.ts'
import { sessionCount } from '../../inventory/facts/sessions.ts'
import type { SessionCollection, SessionHost, VirtualDesktopCollection } from '../../inventory/inventory.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { every, type Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import { mayHold } from '../state/host-names.ts'
import { sameName } from '../state/names.ts'

/** A session host, and the collection that it is in. */
export interface Member {
  readonly collection: SessionCollection
  readonly host: SessionHost
}

/** The session collections of the deployment; incomplete where they are not told. */
export function sessionCollections({ inventory }: Estate): readonly SessionCollection[] {
  const { deployment } = inventory
  if (deployment === null) return []
  const missing: MissingFact = deployment
    ? { holder: deployment, key: 'sessionCollections' }
    : { holder: inventory, key: 'deployment' }
  return deployment?.sessionCollections ?? incomplete<SessionCollection>([], [missing])
}

/** The virtual desktop collections of the deployment; incomplete where they are not told. */
export function desktopCollections({ inventory }: Estate): readonly VirtualDesktopCollection[] {
  const { deployment } = inventory
  if (deployment === null) return []
  const missing: MissingFact = deployment
    ? { holder: deployment, key: 'virtualDesktopCollections' }
    : { holder: inventory, key: 'deployment' }
  return deployment?.virtualDesktopCollections ?? incomplete<VirtualDesktopCollection>([], [missing])
}

/** The collection of a name; undefined where the whole list holds none. */
export function named<T extends { readonly name: string }>(
  collections: readonly T[],
  name: string,
): T | Unknown | undefined {
  const rest = restOf(collections)
  return collections.find((one) => sameName(one.name, name)) ?? (rest && new Unknown(rest))
}

/** Where a server is a session host; incomplete where that is not told of a collection, or of a name. */
export function membersOf(estate: Estate, server: string, collections = sessionCollections(estate)): readonly Member[] {
  const missing: MissingFact[] = [...(restOf(collections) ?? [])]
  const members: Member[] = []
  const holds = mayHold(server)
  for (const collection of collections) {
    const { sessionHosts = incomplete<SessionHost>([], [{ holder: collection, key: 'sessionHosts' }]) } = collection
    missing.push(...(restOf(sessionHosts) ?? []))
    if (!holds(sessionHosts)) continue
    for (const host of sessionHosts) {
      const isSame = sameServer(estate, host.server, server)
      if (isSame === true) members.push({ collection, host })
      else if (isSame instanceof Unknown) missing.push(...isSame.facts)
    }
  }
  return incomplete(members, missing)
}

/** Where a server is a session host of one collection; incomplete where that is not told. */
export function membersIn(estate: Estate, collection: string, server: string): readonly Member[] {
  const found = named(sessionCollections(estate), collection)
  if (found instanceof Unknown) return incomplete<Member>([], found.facts)
  return found ? membersOf(estate, server, [found]) : []
}

/** Whether something is so of each element of a list that may be known only in part. */
export function eachIs<T>(list: readonly T[], say: (item: T) => Truth): Truth {
  const rest = restOf(list)
  return every([...list.map(say), ...(rest ? [new Unknown(rest)] : [])])
}

/** Whether a list that may be known only in part holds anything. */
export function isAny(list: readonly unknown[]): Truth {
  const rest = restOf(list)
  return list.length > 0 || (rest ? new Unknown(rest) : false)
}

/** Whether a session host takes no new connections. */
export function isDrained(host: SessionHost): Truth {
  const { newConnectionAllowed } = host
  return newConnectionAllowed === undefined ? unknown(host, 'newConnectionAllowed') : newConnectionAllowed !== 'Yes'
}

/** Whether a session host has no session, active or disconnected. */
export function isFree(estate: Estate, host: SessionHost): Truth {
  const count = sessionCount(estate, host)
  return count instanceof Unknown ? count : count === 0n
}

/** Whether nobody has a session in a session collection. */
export function isEmpty(estate: Estate, collection: SessionCollection): Truth {
  const { sessionHosts } = collection
  return sessionHosts ? eachIs(sessionHosts, (host) => isFree(estate, host)) : unknown(collection, 'sessionHosts')
}
