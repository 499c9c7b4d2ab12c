import { restOf } from '../../model/incomplete-list.ts'
import { and, not, or, type Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import { type Estate, once, onceEach } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { brokersOfSet } from './broker-set.ts'
import { activeServer } from './brokers.ts'
import { servesCollection } from './collection-hosts.ts'
import { eachOnce } from './each-once.ts'
import type { Fact } from './fact.ts'
import { isOlder, isRetiring } from './moves.ts'
import { holdsRdsRole, isRdsServer } from './roles.ts'
import { sameServer } from './servers.ts'

/**
 * Whether the move upgrades a server in place: it is older than the target, and, in place, an RDS server that does not retire.
 * Where new servers take over, the brokers alone are upgraded: those that do not retire, and the one that stays last in the
 * set (docs/decisions/readings.md).
 */
export const upgradesInPlace = onceEach((estate, server: Server): Truth => {
  const older = isOlder(estate, server)
  // Most servers are told apart by this alone.
  if (older === false) return false
  return and(older, estate.method === 'in-place' ? staysInEstate(estate, server) : isBrokerThatStays(estate, server))
})

function staysInEstate(estate: Estate, server: Server): Truth {
  return and(or(isRdsServer(estate, server), servesCollection(estate, server)), not(isRetiring(estate, server)))
}

function isBrokerThatStays(estate: Estate, server: Server): Truth {
  const isBroker = holdsRdsRole(estate, server, 'RDS-CONNECTION-BROKER')
  return isBroker === false ? false : and(isBroker, or(not(isRetiring(estate, server)), isLast(estate, server)))
}

function isLast(estate: Estate, server: Server): Truth {
  const last = lastBroker(estate)
  return last === undefined || last instanceof Unknown ? (last ?? false) : sameServer(estate, server.name, last)
}

/** The broker that is left when the others are taken out of the set: its only one, else the active one; undefined without a deployment. */
const lastBroker = once((estate): string | undefined | Unknown => {
  if (estate.inventory.deployment === null) return undefined
  const told = brokersOfSet(estate)
  const set = told instanceof Unknown || !told ? told : eachOnce(estate, told)
  if (set instanceof Unknown) return set
  const [first, second] = set ?? []
  const rest = restOf(set ?? [])
  if (second === undefined && rest) return new Unknown(rest)
  return first !== undefined && second === undefined ? first : activeServer(estate)
})

export const inPlaceFacts: readonly Fact[] = [
  {
    name: 'upgradesInPlace',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether the move upgrades a server in place: an RDS server older than the target that stays; with new servers only brokers.',
    of: upgradesInPlace,
  },
]
