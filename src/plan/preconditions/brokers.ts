import type { Estate } from '../../inventory/estate.ts'
import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { brokers, byRelease } from '../../inventory/facts/brokers.ts'
import { releaseOf, windowsName } from '../../inventory/facts/releases.ts'
import { isAmong } from '../../inventory/facts/servers.ts'
import type { Truth } from '../../model/logic.ts'
import { merge, Unknown } from '../../model/unknown.ts'
import { eachIs } from './collections.ts'
import type { Precondition } from './precondition.ts'

/** Whether a server is a broker of the high availability set; false where there is no set. */
export function isInSet(estate: Estate, broker: string): Truth {
  const set = brokersOfSet(estate)
  if (set === undefined) return false
  return set instanceof Unknown ? set : isAmong(estate, broker, set)
}

/** A host is not newer than the oldest broker. */
export function notNewerThanBrokers(estate: Estate, host: string, rule: string): Precondition {
  const release = releaseOf(estate, host)
  const holds = eachIs(brokers(estate), (broker) => {
    const other = releaseOf(estate, broker)
    const missing = merge([release, other])
    return missing ?? release <= other
  })
  return {
    holds,
    rule,
    violated: () =>
      `${host} runs ${windowsName(String(release))}, newer than a connection broker: ${byRelease(estate, brokers(estate))}.`,
    question: `whether ${host} is newer than a connection broker`,
  }
}
