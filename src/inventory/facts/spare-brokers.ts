import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, not } from '../../model/logic.ts'
import { type MissingFact, Unknown } from '../../model/unknown.ts'
import { once } from '../estate.ts'
import { brokersOfSet } from './broker-set.ts'
import type { Fact } from './fact.ts'
import { isRetiring } from './moves.ts'
import { featureInstalled } from './roles.ts'
import { isAmong } from './servers.ts'

/**
 * Names of the servers that could join the broker high availability set: the broker's feature is installed, they are not in
 * the set and do not retire. Incomplete where one of that is not told; none where there is no set.
 */
export const spareBrokers = once((estate): readonly string[] => {
  const set = brokersOfSet(estate)
  if (set instanceof Unknown) return incomplete<string>([], set.facts)
  const missing: MissingFact[] = [...(restOf(estate.servers) ?? [])]
  const found: string[] = []
  for (const server of set ? estate.servers : []) {
    const spare = and(
      featureInstalled(server, 'RDS-CONNECTION-BROKER'),
      not(isAmong(estate, server.name, set ?? [])),
      not(isRetiring(estate, server)),
    )
    if (spare instanceof Unknown) missing.push(...spare.facts)
    else if (spare) found.push(server.name)
  }
  return set ? incomplete(found, missing) : []
})

export const spareBrokerFacts: readonly Fact[] = [
  {
    name: 'spareBrokers',
    takes: [],
    gives: 'list(string)',
    says: 'Names of the servers outside the high availability set that have the broker installed and do not retire.',
    of: spareBrokers,
  },
]
