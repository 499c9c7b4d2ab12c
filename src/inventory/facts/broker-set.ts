import { type Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'

/** Names of the brokers of the high availability set; undefined where there is no set. */
export function brokersOfSet({ inventory }: Estate): readonly string[] | undefined | Unknown {
  const { deployment } = inventory
  if (deployment === null) return undefined
  if (!deployment) return unknown(inventory, 'deployment')
  const set = deployment.highAvailability
  if (set === null) return undefined
  if (!set) return unknown(deployment, 'highAvailability')
  return set.connectionBrokers ?? unknown(set, 'connectionBrokers')
}
