import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { holdsRole } from './roles.ts'

/** Whether the deployment has two Web Access servers or more. */
export function hasWebAccessFarm(estate: Estate): Truth {
  const farm = webAccessFarm(estate)
  const rest = restOf(farm)
  if (farm.length > 1) return true
  return rest ? new Unknown(rest) : false
}

/** Whether the Web Access servers all have one pair of machine keys: two known ones that differ decide, whatever else is unknown. */
export function sameMachineKeys(estate: Estate): Truth {
  const farm = webAccessFarm(estate)
  const rest = restOf(farm)
  const keys = farm.map(machineKeysOf)
  if (new Set(keys.filter((key) => typeof key === 'string')).size > 1) return false
  return merge([...(farm.length > 1 ? keys : []), ...(rest ? [new Unknown(rest)] : [])]) ?? true
}

/** Names of Web Access servers, the first in order for each pair of machine keys that is known. */
export function machineKeyHolders(estate: Estate): readonly string[] {
  const holders = new Map<string, string>()
  const inOrder = [...webAccessFarm(estate)].sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const server of inOrder) {
    const key = machineKeysOf(server)
    if (typeof key === 'string' && !holders.has(key)) holders.set(key, server.name)
  }
  return [...holders.values()]
}

/** The servers that hold the Web Access role; incomplete where roles are not told. */
const webAccessFarm = once((estate): readonly Server[] => {
  const missing: MissingFact[] = [...(restOf(estate.servers) ?? [])]
  const farm: Server[] = []
  for (const server of estate.servers) {
    const holds = holdsRole(server, 'RDS-WEB-ACCESS')
    if (holds instanceof Unknown) missing.push(...holds.facts)
    else if (holds) farm.push(server)
  }
  return incomplete(farm, missing)
})

/** The hash of a server's machine keys; a server with the role has some, so a section that is null tells nothing of them. */
function machineKeysOf(server: Server): string | Unknown {
  if (!server.webAccess) return unknown(server, 'webAccess')
  return server.webAccess.machineKeyHash?.toLowerCase() ?? unknown(server.webAccess, 'machineKeyHash')
}

export const webAccessFacts: readonly Fact[] = [
  {
    name: 'hasWebAccessFarm',
    takes: [],
    gives: 'bool',
    says: 'Whether the deployment has two Web Access servers or more.',
    of: hasWebAccessFarm,
  },
  {
    name: 'sameMachineKeys',
    takes: [],
    gives: 'bool',
    says: 'Whether the Web Access servers of the deployment all have one pair of machine keys.',
    of: sameMachineKeys,
  },
  {
    name: 'machineKeyHolders',
    takes: [],
    gives: 'list(string)',
    says: 'Names of Web Access servers, one for each pair of machine keys that is known.',
    of: machineKeyHolders,
  },
]
