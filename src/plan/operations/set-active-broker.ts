import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import { judge } from '../preconditions/precondition.ts'
import { withoutActiveName } from '../state/broker-set.ts'
import { changeDeployment } from '../state/deployment.ts'
import { denotes, spelled } from '../state/names.ts'
import { entryOf } from '../state/servers.ts'

/** Makes another broker the active management server. */
export const setActiveBroker: Definition<Arguments['setActiveBroker']> = {
  parameters: { broker: { kind: 'server' } },
  apply: (inventory, { broker }) => {
    // To be named as the active one would tell of a server that it is a broker.
    if (!isTold(inventory, broker)) return withoutActiveName(inventory, () => true)
    const activeManagementServer = spelled(inventory, broker)
    return changeDeployment(inventory, (deployment) => {
      const { highAvailability } = deployment
      if (!highAvailability) return { ...deployment, activeManagementServer }
      // The deployment and its set tell the same; where only one of them did, the other one need not contradict it.
      return {
        ...deployment,
        activeManagementServer,
        highAvailability: { ...highAvailability, activeManagementServer },
      }
    })
  },
  violations: (estate, { broker }) =>
    judge({
      holds: isInSet(estate, broker),
      violated: () =>
        `${broker} is no broker of a high availability set, and only one of those can become the active one.`,
      question: `whether ${broker} is a broker of the high availability set`,
    }),
}

/** Whether the set tells that a server is a broker, or its roles tell whether it is. */
function isTold(inventory: Inventory, broker: string): boolean {
  const roles = entryOf(inventory, broker)?.roles
  const set = inventory.deployment?.highAvailability?.connectionBrokers
  const isKnown = roles !== undefined && (!restOf(roles) || roles.includes('RDS-CONNECTION-BROKER'))
  return isKnown || set?.some(denotes(inventory, broker)) === true
}
