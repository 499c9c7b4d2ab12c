import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { byRelease, oneRelease } from '../../inventory/facts/brokers.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { not } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeBrokers } from '../state/broker-set.ts'
import { withItem } from '../state/lists.ts'
import { denotes, spelled } from '../state/names.ts'
import { withRole } from '../state/servers.ts'

/** Adds a broker to the high availability set. */
export const addBroker: Definition<Arguments['addBroker']> = {
  parameters: { broker: { kind: 'server' } },
  apply: (inventory, { broker }) => {
    const isThere = denotes(inventory, broker)
    const larger = changeBrokers(inventory, (set) =>
      set?.some(isThere) ? set : withItem(set, spelled(inventory, broker)),
    )
    return withRole(larger, broker, 'RDS-CONNECTION-BROKER')
  },
  violations: (estate, { broker }) => {
    const set = brokersOfSet(estate)
    if (set === undefined) return judge(noSet(broker))
    const together = set instanceof Unknown ? [broker] : incomplete([...set, broker], restOf(set) ?? [])
    return judge(
      {
        holds: not(isInSet(estate, broker)),
        violated: () => `${broker} is a broker of the high availability set already.`,
        question: `whether ${broker} is a broker of the high availability set already`,
      },
      {
        holds: set instanceof Unknown ? set : oneRelease(estate, together),
        rule: 'broker-ha-mixed-releases',
        violated: () =>
          `With ${broker} the brokers of the set run more than one release: ${byRelease(estate, together)}.`,
        question: `whether ${broker} and the brokers of the set run one release`,
      },
    )
  },
}

function noSet(broker: string) {
  return {
    holds: false,
    violated: () => `The deployment has no high availability set, to which ${broker} could be added.`,
    question: '',
  }
}
