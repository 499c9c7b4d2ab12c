import { incomplete, restOf } from '../model/incomplete-list.ts'
import { or, type Truth } from '../model/logic.ts'
import { type MissingFact, Unknown } from '../model/unknown.ts'
import { type Estate, onceEach } from './estate.ts'
import { holdsRole } from './facts/roles.ts'
import type { Role } from './inventory.ts'

/** Names of the servers that hold a role in the deployment; incomplete where roles are not told. */
export const roleHolders = onceEach((estate, role: Role): readonly string[] => {
  const missing: MissingFact[] = [...(restOf(estate.servers) ?? [])]
  const names: string[] = []
  for (const server of estate.servers) {
    const holds = holdsRole(server, role)
    if (holds instanceof Unknown) missing.push(...holds.facts)
    else if (holds) names.push(server.name)
  }
  return incomplete(names, missing)
})

/** Whether some server holds a role in the deployment. */
export function isRoleHeld(estate: Estate, role: Role): Truth {
  const holders = roleHolders(estate, role)
  const rest = restOf(holders)
  return or(holders.length > 0, rest ? new Unknown(rest) : false)
}
