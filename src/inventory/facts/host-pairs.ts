import { hostPairs } from '../../../generated/tables.ts'
import type { Estate } from '../estate.ts'
import type { Fact } from './fact.ts'

/** The releases of session and virtualization hosts that are listed beside a broker of a release (rules/data/host-pairs.yaml). */
export function hostsBeside(broker: string): readonly string[] {
  return hostPairs.find((row) => row.broker === broker)?.hosts ?? []
}

export const hostPairFacts: readonly Fact[] = [
  {
    name: 'hostsBeside',
    takes: ['string'],
    gives: 'list(string)',
    says: 'The releases of session and virtualization hosts that a table lists beside a broker of a release.',
    of: (_: Estate, broker: string) => hostsBeside(broker),
  },
]
