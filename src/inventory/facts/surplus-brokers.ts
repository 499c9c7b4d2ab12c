import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import { once } from '../estate.ts'
import { brokersOfSet } from './broker-set.ts'
import { activeServer } from './brokers.ts'
import { eachOnce } from './each-once.ts'
import type { Fact } from './fact.ts'
import { sameServer } from './servers.ts'

/**
 * Names of the brokers of the set beside the active one, each server once. They are removed by name, so that the list is
 * unknown as a whole where one of them may be the active one, or where the set does not hold that one.
 */
export const surplusBrokers = once((estate): readonly string[] | Unknown => {
  const told = brokersOfSet(estate)
  const set = told instanceof Unknown || !told ? told : eachOnce(estate, told)
  const active = activeServer(estate)
  if (set === undefined) return []
  if (set instanceof Unknown) return set
  if (active instanceof Unknown) return active
  const isActive = set.map((name) => sameServer(estate, name, active))
  const unclear = merge(isActive)
  if (unclear) return unclear
  if (!isActive.includes(true))
    return unknown(estate.inventory.deployment ?? estate.inventory, 'activeManagementServer')
  return incomplete(
    set.filter((_, position) => !isActive[position]),
    restOf(set) ?? [],
  )
})

export const surplusBrokerFacts: readonly Fact[] = [
  {
    name: 'surplusBrokers',
    takes: [],
    gives: 'list(string)',
    says: 'Names of the brokers of the high availability set beside the active one; not known where that one is not.',
    of: surplusBrokers,
  },
]
