import { restOf } from '../../model/incomplete-list.ts'
import { and, not, or, type Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import { type Estate, onceEach } from '../estate.ts'
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
  const stays = not(isRetiring(estate, server))
  const concerned =
    estate.method === 'in-place'
      ? and(or(isRdsServer(estate, server), servesCollection(estate, server)), stays)
      : and(holdsRdsRole(estate, server, 'RDS-CONNECTION-BROKER'), or(stays, staysLast(estate, server)))
  return and(isOlder(estate, server), concerned)
})

/** Whether a broker is the one that is left when the others are taken out of the set: its only one, else the active one. */
function staysLast(estate: Estate, server: Server): Truth {
  if (estate.inventory.deployment === null) return false
  const told = brokersOfSet(estate)
  const set = told instanceof Unknown || !told ? told : eachOnce(estate, told)
  if (set instanceof Unknown) return set
  const [first, second] = set ?? []
  const rest = restOf(set ?? [])
  if (second === undefined && rest) return new Unknown(rest)
  const last = first !== undefined && second === undefined ? first : activeServer(estate)
  return last instanceof Unknown ? last : sameServer(estate, server.name, last)
}

export const inPlaceFacts: readonly Fact[] = [
  {
    name: 'upgradesInPlace',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether the move upgrades a server in place: an RDS server older than the target that stays; with new servers only brokers.',
    of: upgradesInPlace,
  },
]
