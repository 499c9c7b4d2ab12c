import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeDeployment } from '../state/deployment.ts'
import { spelled } from '../state/names.ts'

/** Makes another broker the active management server. */
export const setActiveBroker: Definition<Arguments['setActiveBroker']> = {
  parameters: { broker: { kind: 'server' } },
  apply: (inventory, { broker }) => {
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
