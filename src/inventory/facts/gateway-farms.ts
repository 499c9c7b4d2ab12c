import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, type Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, onceEach, serverAt } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { fold, shortOf } from '../names.ts'
import type { Fact } from './fact.ts'
import { rdsRoles } from './roles.ts'
import { serverOf } from './servers.ts'

/**
 * Members of a gateway's farm that are no gateway or list another farm, each list counted with the server that holds it.
 * Incomplete where a member is not in the inventory, since nobody knows what it lists.
 */
export function strayMembers(estate: Estate, server: Server): readonly string[] {
  const own = farmOf(estate, server)
  const stray = new Set<string>()
  const missing = new Set<MissingFact>(own instanceof Unknown ? own.facts : [])
  for (const name of server.gateway?.farmMembers ?? []) {
    const member = serverOf(estate, name)
    if (member === server) continue
    const lists = member instanceof Unknown ? member : listsFarm(estate, member, own)
    if (lists instanceof Unknown) for (const fact of lists.facts) missing.add(fact)
    else if (!lists && !(member instanceof Unknown)) stray.add(member.name)
  }
  return incomplete([...stray].sort(), [...missing])
}

function listsFarm(estate: Estate, member: Server, farm: string | Unknown): Truth {
  const other = farmOf(estate, member)
  return and(isGateway(estate, member), merge([farm, other]) ?? farm === other)
}

function isGateway(estate: Estate, server: Server): Truth {
  const roles = rdsRoles(estate, server)
  const rest = restOf(roles)
  return roles.includes('RDS-GATEWAY') || (rest ? new Unknown(rest) : false)
}

/** The farm that a server lists, as a text: the same for servers that list the same ones, themselves included. */
const farmOf = onceEach((estate, server: Server): string | Unknown => {
  const { gateway } = server
  if (gateway === undefined) return unknown(server, 'gateway')
  const members = gateway === null ? [] : gateway.farmMembers
  if (members === undefined) return unknown(gateway ?? server, 'farmMembers')
  const rest = restOf(members)
  const identities = members.map((name) => memberIdentity(estate, name))
  const unclear = merge([...identities, ...(rest ? [new Unknown(rest)] : [])])
  return unclear ?? JSON.stringify([...new Set([fold(server.name), ...identities])].sort())
})

/** What tells a member apart: its entry in the inventory; without one the short name, so that both spellings are one. */
function memberIdentity(estate: Estate, name: string): string | Unknown {
  const [position, ...others] = estate.serverNames.find(name)
  if (others.length > 0) return unknown(estate.inventory, 'servers', name)
  const server = position === undefined ? undefined : serverAt(estate, position)
  return server ? fold(server.name) : shortOf(fold(name))
}

export const gatewayFarmFacts: readonly Fact[] = [
  {
    name: 'strayMembers',
    takes: ['Server'],
    gives: 'list(string)',
    says: 'Members of a gateway farm that are no gateway or list another farm than this server.',
    of: strayMembers,
  },
]
