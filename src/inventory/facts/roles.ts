import { roles } from '../../../generated/tables.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { or, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, onceEach } from '../estate.ts'
import type { Role, Server } from '../inventory.ts'
import { plannedMoves } from '../planned-moves.ts'
import type { Fact } from './fact.ts'
import { positionOf } from './servers.ts'

/** Whether a server holds a role in the deployment. */
export function holdsRole(server: Server, role: Role): Truth {
  if (server.roles === undefined) return unknown(server, 'roles')
  return has(server.roles, role)
}

/** Whether the feature of a role is installed on a server, whether or not the deployment knows it. */
export function featureInstalled(server: Server, role: Role): Truth {
  if (server.installedFeatures === undefined) return unknown(server, 'installedFeatures')
  const feature = featureOf(role)
  if (server.installedFeatures.some((name) => name.length === feature.length && name.toLowerCase() === feature))
    return true
  const rest = restOf(server.installedFeatures)
  return rest ? new Unknown(rest) : false
}

/**
 * The RDS roles of a server: those that it holds in the deployment; where it holds none and is no destination, those whose
 * feature is installed (docs/decisions/readings.md). Incomplete where that is not told.
 */
export const rdsRoles = onceEach((estate, server: Server): readonly Role[] => {
  if (server.roles === undefined) return incomplete<Role>([], [{ holder: server, key: 'roles' }])
  if (server.roles.length > 0 || restOf(server.roles)) return server.roles
  return standaloneRoles(estate, server)
})

/** Whether a role is among the RDS roles of a server. */
export function holdsRdsRole(estate: Estate, server: Server, role: Role): Truth {
  return has(rdsRoles(estate, server), role)
}

/** Whether a server holds any RDS role, in a deployment or by itself: roles that are told count without a deployment too. */
export function isRdsServer(estate: Estate, server: Server): Truth {
  const told = holdsAnyRole(server)
  return told === true || or(told, isTold(standaloneRoles(estate, server)))
}

/** Whether a server is part of the deployment: it holds a role there (docs/decisions/readings.md). */
export function isDeployed(estate: Estate, server: Server): Truth {
  if (estate.inventory.deployment === null) return false
  return holdsAnyRole(server)
}

/** Whether the plan names a server as what takes the place of another. */
export function isDestination(estate: Estate, server: Server): Truth {
  const plan = plannedMoves(estate)
  const position = plan && positionOf(estate, server.name)
  const isNamed = typeof position === 'number' && plan?.sourcesOf.has(position)
  return isNamed || or(false, ...(plan?.unclearDestinations ?? []))
}

/** The roles whose features are installed on a server that is no destination. Incomplete where that is not told. */
export function standaloneRoles(estate: Estate, server: Server): readonly Role[] {
  const destination = isDestination(estate, server)
  if (destination === true) return []
  if (server.installedFeatures === undefined)
    return incomplete<Role>([], [{ holder: server, key: 'installedFeatures' }])
  const features = server.installedFeatures.map((name) => name.toLowerCase())
  const installed = roles.filter((row) => features.includes(row.feature.toLowerCase())).map((row) => row.role)
  if (destination === false || installed.length === 0)
    return incomplete(installed, restOf(server.installedFeatures) ?? [])
  return incomplete<Role>([], destination.facts)
}

function holdsAnyRole(server: Server): Truth {
  return server.roles === undefined ? unknown(server, 'roles') : isTold(server.roles)
}

/** Whether a list holds anything at all. */
function isTold(list: readonly unknown[]): Truth {
  const rest = restOf(list)
  return list.length > 0 ? true : rest ? new Unknown(rest) : false
}

function featureOf(role: Role): string {
  return (roles.find((row) => row.role === role)?.feature ?? role).toLowerCase()
}

function has<T>(list: readonly T[], item: T): Truth {
  const rest = restOf(list)
  return list.includes(item) ? true : rest ? new Unknown(rest) : false
}

export const roleFacts: readonly Fact[] = [
  {
    name: 'rdsRoles',
    takes: ['Server'],
    gives: 'list(string)',
    says: 'The RDS roles of a server: those held in the deployment or, of a standalone server, those whose feature is installed.',
    of: rdsRoles,
  },
  {
    name: 'rdsServer',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server holds any RDS role.',
    of: isRdsServer,
  },
  {
    name: 'deployed',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server holds a role in the deployment.',
    of: isDeployed,
  },
  {
    name: 'isDestination',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether the plan names a server as what takes the place of another.',
    of: isDestination,
  },
]
