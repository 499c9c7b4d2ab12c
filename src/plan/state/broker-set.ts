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
