import type { Inventory } from '../../inventory/inventory.ts'
import { changeDeployment } from './deployment.ts'

/** An inventory with the brokers of the high availability set changed; the same where there is no set, or none is told. */
export function changeBrokers(
  inventory: Inventory,
  change: (brokers: readonly string[] | undefined) => readonly string[] | undefined,
): Inventory {
  return changeDeployment(inventory, (deployment) => {
    const { highAvailability } = deployment
    if (!highAvailability) return deployment
    const { connectionBrokers } = highAvailability
    const now = change(connectionBrokers)
    if (now === connectionBrokers || !now) return deployment
    return { ...deployment, highAvailability: { ...highAvailability, connectionBrokers: now } }
  })
}

/** An inventory in which the deployment and its set do not name as the active broker what is meant: nobody knows which one is. */
export function withoutActiveName(inventory: Inventory, isMeant: (name: string) => boolean): Inventory {
  return changeDeployment(inventory, (deployment) => {
    const { activeManagementServer: told, ...others } = deployment
    const { highAvailability: set } = deployment
    const { activeManagementServer: ofSet, ...restOfSet } = set ?? {}
    const [inDeployment, inSet] = [told, ofSet].map((name) => name !== undefined && isMeant(name))
    if (!inDeployment && !inSet) return deployment
    return { ...(inDeployment ? others : deployment), ...(inSet ? { highAvailability: restOfSet } : {}) }
  })
}
