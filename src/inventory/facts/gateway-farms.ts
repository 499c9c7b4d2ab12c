import { restOf } from '../../model/incomplete-list.ts'
import { and, every, type Truth } from '../../model/logic.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server } from '../inventory.ts'
import { fold, shortOf } from '../names.ts'
import type { Fact } from './fact.ts'
import { rdsRoles } from './roles.ts'
import { serverOf } from './servers.ts'

/**
 * Whether every other member of a gateway's farm is a gateway that lists the same farm, each list counted with the server
 * that holds it. Unknown where a member is not in the inventory, since nobody knows what it lists.
 */
export function farmAgrees(estate: Estate, server: Server): Truth {
  const own = farms(estate).get(server) ?? unknown(server, 'gateway')
  const others = (server.gateway?.farmMembers ?? [])
    .map((name) => serverOf(estate, name))
    .filter((member) => member !== server)
  return every([own instanceof Unknown ? own : true, ...others.map((member) => agrees(estate, member, own))])
}

function agrees(estate: Estate, member: Server | Unknown, farm: number | Unknown): Truth {
  if (member instanceof Unknown) return member
  const other = farms(estate).get(member) ?? unknown(member, 'gateway')
  return and(isGateway(estate, member), merge([farm, other]) ?? farm === other)
}

function isGateway(estate: Estate, server: Server): Truth {
  const roles = rdsRoles(estate, server)
  const rest = restOf(roles)
  return roles.includes('RDS-GATEWAY') || (rest ? new Unknown(rest) : false)
}

/** The farm that each server lists, as a number: the same for servers that list the same ones, themselves included. */
const farms = once((estate) => {
  const numbers = new Map<string, number>()
  const numberOf = (key: string | Unknown): number | Unknown => {
    if (key instanceof Unknown) return key
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  return new Map(estate.servers.map((server) => [server, numberOf(farmKey(estate, server))]))
})

function farmKey(estate: Estate, server: Server): string | Unknown {
  const { gateway } = server
  if (gateway === undefined) return unknown(server, 'gateway')
  const members = gateway === null ? [] : gateway.farmMembers
  if (members === undefined) return unknown(gateway ?? server, 'farmMembers')
  const rest = restOf(members)
  const identities = members.map((name) => memberIdentity(estate, name))
  const unclear = merge([...identities, ...(rest ? [new Unknown(rest)] : [])])
  return unclear ?? JSON.stringify([...new Set([fold(server.name), ...identities])].sort())
}

/** What tells a member apart: its entry in the inventory; without one the short name, so that both spellings are one. */
function memberIdentity(estate: Estate, name: string): string | Unknown {
  const [position, ...others] = estate.serverNames.find(name)
  if (others.length > 0) return unknown(estate.inventory, 'servers', name)
  const server = position === undefined ? undefined : estate.servers[position]
  return server ? fold(server.name) : shortOf(fold(name))
}

export const gatewayFarmFacts: readonly Fact[] = [
  {
    name: 'farmAgrees',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether every other member of a gateway farm is a gateway that lists the same farm.',
    of: farmAgrees,
  },
]
