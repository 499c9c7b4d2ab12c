import type { Estate } from '../../inventory/estate.ts'
import { activeServer } from '../../inventory/facts/brokers.ts'
import { isAmong } from '../../inventory/facts/servers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { not } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import { judge, type Precondition } from '../preconditions/precondition.ts'
import { changeBrokers, withoutActiveName } from '../state/broker-set.ts'
import { withoutItems } from '../state/lists.ts'
import { denotes } from '../state/names.ts'
import { entryOf, withoutRole } from '../state/servers.ts'

/** Takes brokers out of the high availability set and out of the deployment; those that retire do not come back. */
export const removeBrokers: Definition<Arguments['removeBrokers']> = {
  parameters: { brokers: { kind: 'servers' } },
  apply: (inventory, { brokers }) =>
    brokers.reduce((state, broker) => {
      const goes = denotes(state, broker)
      const smaller = changeBrokers(state, (set) => set && withoutItems(set, goes))
      return withoutStaleName(withoutRole(smaller, broker, 'RDS-CONNECTION-BROKER'), broker)
    }, inventory),
  violations: (estate, { brokers }) =>
    judge(...brokers.map((broker) => inSet(estate, broker)), activeStays(estate, brokers)),
}

/**
 * Where the roles of a server do not tell that it is no broker any more, its name as the active one would go on telling that it
 * is; which one is active is not known then.
 */
function withoutStaleName(inventory: Inventory, broker: string): Inventory {
  const roles = entryOf(inventory, broker)?.roles
  if (roles && !restOf(roles)) return inventory
  return withoutActiveName(inventory, denotes(inventory, broker))
}

function inSet(estate: Estate, broker: string): Precondition {
  return {
    holds: isInSet(estate, broker),
    violated: () => `${broker} is no broker of a high availability set, from which it could be removed.`,
    question: `whether ${broker} is a broker of the high availability set`,
  }
}

function activeStays(estate: Estate, brokers: readonly string[]): Precondition {
  const active = activeServer(estate)
  return {
    holds: active instanceof Unknown ? active : not(isAmong(estate, active, brokers)),
    rule: 'broker-kept-is-not-active',
    violated: () => `${String(active)} is the active management server, which has to stay in the set.`,
    question: 'whether the active management server stays in the set',
  }
}
