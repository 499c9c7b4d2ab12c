import { roles } from '../../../generated/tables.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { listed } from '../../model/listed.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { Role, Server } from '../inventory.ts'
import { collectionRoles } from './collection-hosts.ts'
import type { Fact } from './fact.ts'
import { rdsRoles, standaloneRoles } from './roles.ts'

/** `ProductType` of `Win32_OperatingSystem`. */
const domainController = 2

const webFront: readonly Role[] = ['RDS-WEB-ACCESS', 'RDS-GATEWAY']

/**
 * Whether the RDS roles of a server can be moved by one guide each: it holds one at most, or Web Access together with Gateway,
 * which Microsoft combines on one machine itself ("Remote Desktop Services roles", Remote Desktop Gateway).
 */
export function rolesGoTogether(estate: Estate, server: Server): Truth {
  const held = rdsRoles(estate, server)
  const rest = restOf(held)
  const [first] = held
  if (held.some((role) => role !== first) && !held.every((role) => webFront.includes(role))) return false
  return rest ? new Unknown(rest) : true
}

/** What a server does, for a sentence: "RD Session Host, RD Licensing and domain controller". */
export function duties(estate: Estate, server: Server): string {
  const held = [...rdsRoles(estate, server), ...collectionRoles(estate, server)]
  const names = rowsOf(held).map(({ name }) => name)
  if (server.operatingSystem?.productType === domainController) names.push('domain controller')
  return listed(names)
}

/** Microsoft's guides for the RDS roles of a server that stands alone, for a sentence: "RD Gateway by \"Remote Desktop …\"". */
export function guides(estate: Estate, server: Server): string {
  const held = server.roles === undefined ? standaloneRoles(estate, server) : rdsRoles(estate, server)
  const told = rowsOf(held).map(({ name, guide }) =>
    guide ? `${name} by "${guide.title}"` : `${name} without a guide of its own`,
  )
  return told.join(', ')
}

function rowsOf(held: readonly Role[]): readonly (typeof roles)[number][] {
  return roles.filter(({ role }) => held.includes(role))
}

export const dutyFacts: readonly Fact[] = [
  {
    name: 'rolesGoTogether',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server holds one RDS role at most, or Web Access together with Gateway.',
    of: rolesGoTogether,
  },
  {
    name: 'duties',
    takes: ['Server'],
    gives: 'string',
    says: 'The RDS roles of a server as text, and whether it is a domain controller.',
    of: duties,
  },
  {
    name: 'guides',
    takes: ['Server'],
    gives: 'string',
    says: "Microsoft's guides for the RDS roles of a server that stands alone, as text.",
    of: guides,
  },
]
