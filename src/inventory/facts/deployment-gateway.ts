import { and, type Truth } from '../../model/logic.ts'
import { unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import { isRoleHeld } from '../role-holders.ts'
import type { Fact } from './fact.ts'

/** Whether a gateway of the deployment serves it: some server holds the role, and clients are told to use one. */
export const gatewayServes = once((estate): Truth => and(isRoleHeld(estate, 'RDS-GATEWAY'), usesGateway(estate)))

function usesGateway(estate: Estate): Truth {
  const { deployment } = estate.inventory
  if (deployment === undefined) return unknown(estate.inventory, 'deployment')
  if (deployment === null || deployment.gateway === null) return false
  if (deployment.gateway === undefined) return unknown(deployment, 'gateway')
  const { mode } = deployment.gateway
  return mode === undefined ? unknown(deployment.gateway, 'mode') : mode !== 'DoNotUse'
}

export const deploymentGatewayFacts: readonly Fact[] = [
  {
    name: 'gatewayServes',
    takes: [],
    gives: 'bool',
    says: 'Whether a server holds the gateway role, and the deployment uses a gateway.',
    of: gatewayServes,
  },
]
