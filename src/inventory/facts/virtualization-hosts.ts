import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, not } from '../../model/logic.ts'
import { type MissingFact, Unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server, VirtualDesktopCollection } from '../inventory.ts'
import { desktopHosts } from './desktops.ts'
import type { Fact } from './fact.ts'
import { isOlder, isRetiring } from './moves.ts'
import { holdsRole } from './roles.ts'
import { findServer, serverOf } from './servers.ts'

/**
 * The virtualization hosts that are judged at a part: a server itself where it holds the role; of a collection the hosts of
 * its desktops whose own entry does not judge them, since there is none or it is known to lack the role. Incomplete where the
 * roles of the server, or hosts, are not told.
 */
export function virtualizationHosts(
  estate: Estate,
  part: Server | VirtualDesktopCollection,
): readonly string[] | Unknown {
  return isCollection(estate, part) ? hostsBeyondEntries(estate, part) : ownName(part)
}

/**
 * Of these hosts those that are upgraded in place: older than the target, and not retiring. Incomplete where that is not told;
 * none where new servers take over.
 */
export function hostsToUpgrade(estate: Estate, part: Server | VirtualDesktopCollection): readonly string[] | Unknown {
  const hosts = estate.method === 'in-place' ? virtualizationHosts(estate, part) : []
  if (hosts instanceof Unknown) return hosts
  const missing: MissingFact[] = [...(restOf(hosts) ?? [])]
  const upgraded = hosts.filter((name) => {
    const server = serverOf(estate, name)
    const answer = server instanceof Unknown ? server : and(isOlder(estate, server), not(isRetiring(estate, server)))
    if (answer instanceof Unknown) missing.push(...answer.facts)
    return answer === true
  })
  return incomplete(upgraded, missing)
}

function ownName(server: Server): readonly string[] {
  const holds = holdsRole(server, 'RDS-VIRTUALIZATION')
  if (holds instanceof Unknown) return incomplete<string>([], holds.facts)
  return holds ? [server.name] : []
}

function hostsBeyondEntries(estate: Estate, collection: VirtualDesktopCollection): readonly string[] | Unknown {
  const hosts = desktopHosts(estate, collection)
  if (hosts instanceof Unknown) return hosts
  const beyond = hosts.filter((host) => {
    const server = findServer(estate, host)
    // A server of untold roles is undecided at its entry already.
    return server === undefined || server instanceof Unknown || holdsRole(server, 'RDS-VIRTUALIZATION') === false
  })
  return incomplete(beyond, restOf(hosts) ?? [])
}

const collections = once(
  ({ inventory }) => new Set<Server | VirtualDesktopCollection>(inventory.deployment?.virtualDesktopCollections),
)

// A hand-written part may hold any property, so that its properties do not tell what it is.
function isCollection(estate: Estate, part: Server | VirtualDesktopCollection): part is VirtualDesktopCollection {
  return collections(estate).has(part)
}

export const virtualizationHostFacts: readonly Fact[] = [
  {
    name: 'virtualizationHosts',
    takes: ['Server|VirtualDesktopCollection'],
    gives: 'list(string)',
    says: 'A server that is a virtualization host; of a collection the hosts of its desktops that servers does not show as such.',
    of: virtualizationHosts,
  },
  {
    name: 'hostsToUpgrade',
    takes: ['Server|VirtualDesktopCollection'],
    gives: 'list(string)',
    says: 'Of those virtualization hosts the ones that are upgraded in place: older than the target, and not retiring.',
    of: hostsToUpgrade,
  },
]
