import type { Estate } from '../../inventory/estate.ts'
import { holdsRole } from '../../inventory/facts/roles.ts'
import { findServer } from '../../inventory/facts/servers.ts'
import type { Role } from '../../inventory/inventory.ts'
import type { Truth } from '../../model/logic.ts'
import { ofFound, type Precondition } from './precondition.ts'

/** Whether a server holds a role in the deployment; false of one that the whole list of servers does not hold. */
export function isDeployedAs(estate: Estate, name: string, role: Role): Truth {
  return ofFound(findServer(estate, name), (server) => holdsRole(server, role))
}

/** A server is a virtualization host of the deployment. */
export function isVirtualizationHost(estate: Estate, host: string): Precondition {
  return {
    holds: isDeployedAs(estate, host, 'RDS-VIRTUALIZATION'),
    violated: () => `${host} is no virtualization host of the deployment.`,
    question: `whether ${host} is a virtualization host of the deployment`,
  }
}
