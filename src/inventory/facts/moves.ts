import { incomplete } from '../../model/incomplete-list.ts'
import { and, or, type Truth } from '../../model/logic.ts'
import { merge, Unknown } from '../../model/unknown.ts'
import { type Estate, serverAt } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { plannedMoves } from '../planned-moves.ts'
import type { Fact } from './fact.ts'
import { releaseOf } from './releases.ts'
import { holdsRole, isRdsServer } from './roles.ts'
import { findServer, positionOf } from './servers.ts'

/**
 * Whether a server is retiring: the plan names it as a source; without a plan for servers, a session host or virtualization
 * host retires when new servers take over and its release is older than the target (docs/decisions/readings.md).
 */
export function isRetiring(estate: Estate, server: string | Server): Truth {
  const plan = plannedMoves(estate)
  if (!plan) {
    const found = typeof server === 'string' ? findServer(estate, server) : server
    return found === undefined ? false : found instanceof Unknown ? found : retiresByRelease(estate, found)
  }
  const position = positionOf(estate, typeof server === 'string' ? server : server.name)
  if (typeof position === 'number') return plan.destinationOf.has(position) || or(false, ...plan.unclearSources)
  if (position instanceof Unknown) return typeof server === 'string' ? position : or(false, ...plan.unclearSources)
  return typeof server === 'string' && plan.elsewhere.find(server).length > 0 ? true : (plan.rest ?? false)
}

/** Whether a server takes part in the move: it retires, or it holds an RDS role and is older than the target. */
export function isMigrating(estate: Estate, server: Server): Truth {
  return or(isRetiring(estate, server), and(isRdsServer(estate, server), isOlder(estate, server)))
}

/** Whether a server runs an older release than the target. */
export function isOlder(estate: Estate, server: Server): Truth {
  const release = releaseOf(estate, server)
  return release instanceof Unknown ? release : release < estate.target
}

/** What takes the place of a server; null where the plan names nothing or the successor is not in the inventory yet. */
export function destinationOf(estate: Estate, server: Server): Server | null | Unknown {
  const plan = plannedMoves(estate)
  const position = plan && positionOf(estate, server.name)
  if (typeof position === 'number' && plan?.destinationOf.has(position)) {
    const found = plan.destinationOf.get(position)
    return (typeof found === 'number' ? serverAt(estate, found) : found) ?? null
  }
  return merge(plan?.unclearSources ?? []) ?? null
}

/** The servers that a server takes the place of, as far as the inventory holds them. */
export function sourcesOf(estate: Estate, server: Server): readonly Server[] {
  const plan = plannedMoves(estate)
  const position = plan && positionOf(estate, server.name)
  const found = (typeof position === 'number' && plan?.sourcesOf.get(position)) || []
  const missing = [...found, ...(plan?.unclearDestinations ?? [])].flatMap((source) =>
    source instanceof Unknown ? source.facts : [],
  )
  return incomplete(
    found.flatMap((source) => (typeof source === 'number' ? (serverAt(estate, source) ?? []) : [])),
    missing,
  )
}

function retiresByRelease(estate: Estate, server: Server): Truth {
  if (estate.method !== 'migrate') return false
  const host = or(holdsRole(server, 'RDS-RD-SERVER'), holdsRole(server, 'RDS-VIRTUALIZATION'))
  return and(host, isOlder(estate, server))
}

export const moveFacts: readonly Fact[] = [
  {
    name: 'retiring',
    takes: ['string|Server'],
    gives: 'bool',
    says: 'Whether a server will be retired: the plan names it, or without a plan it is a host older than the target.',
    of: isRetiring,
  },
  {
    name: 'migrating',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server takes part in the move: it retires, or it holds an RDS role and is older than the target.',
    of: isMigrating,
  },
  {
    name: 'destination',
    takes: ['Server'],
    gives: 'Server?',
    says: 'What takes the place of a server; null where nothing is planned or the successor is not in the inventory yet.',
    of: destinationOf,
  },
  {
    name: 'sources',
    takes: ['Server'],
    gives: 'list(Server)',
    says: 'The servers that a server takes the place of, as far as the inventory holds them.',
    of: sourcesOf,
  },
]
