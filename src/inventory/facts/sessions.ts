import { restOf } from '../../model/incomplete-list.ts'
import { and, every, not, or, some, type Truth } from '../../model/logic.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { SessionCollection, SessionHost, Sessions } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { releaseOf } from './releases.ts'
import { serverOf } from './servers.ts'

/**
 * Active and disconnected sessions on a session host, as its collection counts them or its server does; where both are
 * told and differ, the larger count. An int of CEL.
 */
export function sessionCount(estate: Estate, host: SessionHost): bigint | Unknown {
  const server = serverOf(estate, host.server)
  const told = [host.sessions, server instanceof Unknown ? undefined : server.sessions].filter(isTold)
  const gaps = told.map(gapOf)
  if (!gaps.includes(undefined)) return merge(gaps) ?? unknown(host, 'sessions')
  return BigInt(Math.max(...told.map(({ active = 0, disconnected = 0 }) => active + disconnected)))
}

/** Whether a collection is on its way: it has hosts older than the target, and none of those takes new connections. */
export function oldHostsDrained(estate: Estate, collection: SessionCollection): Truth {
  const hosts = collection.sessionHosts
  if (hosts === undefined) return unknown(collection, 'sessionHosts')
  const rest = restOf(hosts)
  const beyond = rest ? [new Unknown(rest)] : []
  const older = hosts.map((host) => isOlder(estate, host))
  const drained = hosts.map((host, position) => or(not(older[position] ?? true), isDrained(host)))
  return and(some([...older, ...beyond]), every([...drained, ...beyond]))
}

function isTold(sessions: Sessions | undefined): sessions is Sessions {
  return sessions !== undefined
}

/** The count that is missing; undefined where both are there. */
function gapOf(sessions: Sessions): Unknown | undefined {
  const keys = (['active', 'disconnected'] as const).filter((key) => sessions[key] === undefined)
  return merge(keys.map((key) => unknown(sessions, key)))
}

function isOlder(estate: Estate, host: SessionHost): Truth {
  const release = releaseOf(estate, host.server)
  return release instanceof Unknown ? release : release < estate.target
}

function isDrained(host: SessionHost): Truth {
  if (host.newConnectionAllowed === undefined) return unknown(host, 'newConnectionAllowed')
  return host.newConnectionAllowed !== 'Yes'
}

export const sessionFacts: readonly Fact[] = [
  {
    name: 'sessionCount',
    takes: ['SessionHost'],
    gives: 'int',
    says: 'How many active and disconnected sessions a session host has.',
    of: sessionCount,
  },
  {
    name: 'oldHostsDrained',
    takes: ['SessionCollection'],
    gives: 'bool',
    says: 'Whether a session collection has hosts older than the target, and none of them takes new connections.',
    of: oldHostsDrained,
  },
]
