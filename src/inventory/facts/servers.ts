import { restOf } from '../../model/incomplete-list.ts'
import { or, some, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import { type KnownServers, restOfServers, serverAt } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { fold, mayDenoteSame } from '../names.ts'
import type { Fact } from './fact.ts'

/** The server that a name denotes; unknown where the inventory does not hold it or several fit. */
export function serverOf(estate: KnownServers, name: string): Server | Unknown {
  return findServer(estate, name) ?? unknown(estate.inventory, 'servers', name)
}

/** The server that a name denotes; undefined where the whole list of servers does not hold it. */
export function findServer(estate: KnownServers, name: string): Server | Unknown | undefined {
  const position = positionOf(estate, name)
  return typeof position === 'number' ? serverAt(estate, position) : position
}

/** The position of the server that a name denotes; undefined where the whole list of servers does not hold it. */
export function positionOf(estate: KnownServers, name: string): number | Unknown | undefined {
  const [position, another] = estate.serverNames.find(name)
  if (another !== undefined) return unknown(estate.inventory, 'servers', name)
  if (position !== undefined) return position
  return restOfServers(estate) ? unknown(estate.inventory, 'servers', name) : undefined
}

/** Whether two names denote one server; unknown where a short name fits several. */
export function sameServer(estate: KnownServers, one: string, other: string): Truth {
  if (fold(one) === fold(other)) return true
  const [first, second] = [findServer(estate, one), findServer(estate, other)]
  if (isServer(first) && isServer(second)) return first === second
  if (!mayDenoteSame(one, other)) return false
  if (first instanceof Unknown) return first
  if (second instanceof Unknown) return second
  return first === undefined && second === undefined
}

/** The name by which a server is told apart: that of its entry, or else the name as given, in the form that compares. */
export function identityOf(estate: KnownServers, name: string): string {
  const server = findServer(estate, name)
  return fold(isServer(server) ? server.name : name)
}

/** Whether the server is one of those named; unknown where it is not and the list is known only in part. */
export function isAmong(estate: KnownServers, name: string, names: readonly string[]): Truth {
  const rest = restOf(names)
  const told = some(names.map((other) => sameServer(estate, name, other)))
  return told === true || !rest ? told : or(told, new Unknown(rest))
}

function isServer(found: Server | Unknown | undefined): found is Server {
  return found !== undefined && !(found instanceof Unknown)
}

export const serverFacts: readonly Fact[] = [
  {
    name: 'server',
    takes: ['string'],
    gives: 'Server',
    says: 'The server that a name denotes; not known where the inventory does not hold it.',
    of: serverOf,
  },
  {
    name: 'sameServer',
    takes: ['string', 'string'],
    gives: 'bool',
    says: 'Whether two names denote one server: without case, short or full.',
    of: sameServer,
  },
  {
    name: 'isAmong',
    takes: ['string', 'list(string)'],
    gives: 'bool',
    says: 'Whether a list of names holds one that denotes the server.',
    of: isAmong,
  },
]
