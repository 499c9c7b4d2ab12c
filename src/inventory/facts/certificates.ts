import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, not, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { CertificateRole, Role, RoleCertificate } from '../inventory.ts'
import { isRoleHeld, roleHolders } from '../role-holders.ts'
import { gatewayServes } from './deployment-gateway.ts'
import type { Fact } from './fact.ts'

/**
 * Whether a certificate is bound to a role that is in use. `Get-RDCertificate` gives a row for each role, also where nothing
 * is configured; where no gateway serves the deployment, whatever stands in the row of the gateway is not in use.
 */
export function isBound(estate: Estate, certificate: RoleCertificate): Truth {
  const gateway = certificate.role === 'RDGateway' ? gatewayServes(estate) : true
  return and(isConfigured(certificate), gateway)
}

/** Whether clients and servers trust the certificate of a role; unknown where the cmdlet says `Unknown`. */
export function isTrusted(_: Estate, certificate: RoleCertificate): Truth {
  const { level } = certificate
  return level === undefined || level === 'Unknown' ? unknown(certificate, 'level') : level === 'Trusted'
}

/**
 * Certificate roles without a certificate although the deployment uses them: the role of an entry of the deployment's list,
 * or, for the list itself, the roles that it has no entry for.
 */
export function unboundRoles(
  estate: Estate,
  part: RoleCertificate | readonly RoleCertificate[],
): readonly CertificateRole[] {
  const answers = isList(part)
    ? roles
        .filter((role) => !part.some((entry) => entry.role === role))
        .map((role) => ({ role, isUnbound: lacksEntry(estate, role, part) }))
    : [{ role: part.role, isUnbound: and(isUsed(estate, part.role), not(isBound(estate, part))) }]
  return incomplete(
    answers.flatMap(({ role, isUnbound }) => (isUnbound === true ? [role] : [])),
    answers.flatMap(({ isUnbound }) => (isUnbound instanceof Unknown ? isUnbound.facts : [])),
  )
}

/** Names of the servers that present the certificate of a role to clients: Web Access or gateway servers, otherwise none. */
export function roleServers(estate: Estate, certificate: RoleCertificate): readonly string[] {
  const role = serverRoles[certificate.role]
  return role === undefined ? [] : roleHolders(estate, role)
}

const roles: readonly CertificateRole[] = ['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway']
const serverRoles: Readonly<Partial<Record<CertificateRole, Role>>> = {
  RDWebAccess: 'RDS-WEB-ACCESS',
  RDGateway: 'RDS-GATEWAY',
}

/** `Unknown` is what the cmdlet says of a gateway that does not exist, and of certificates that it could not judge. */
function isConfigured(certificate: RoleCertificate): Truth {
  const { level, thumbprint } = certificate
  if (level === 'NotConfigured') return false
  if (level === 'Trusted' || level === 'Untrusted' || thumbprint !== undefined) return true
  return unknown(certificate, level === undefined ? 'level' : 'thumbprint')
}

/** Whether the deployment signs and connects by the certificate of a role. */
function isUsed(estate: Estate, role: CertificateRole): Truth {
  if (role === 'RDGateway') return gatewayServes(estate)
  return role === 'RDWebAccess' ? isRoleHeld(estate, 'RDS-WEB-ACCESS') : true
}

function lacksEntry(estate: Estate, role: CertificateRole, entries: readonly RoleCertificate[]): Truth {
  const rest = restOf(entries)
  return and(isUsed(estate, role), rest ? new Unknown(rest) : true)
}

function isList(part: RoleCertificate | readonly RoleCertificate[]): part is readonly RoleCertificate[] {
  return Array.isArray(part)
}

export const certificateFacts: readonly Fact[] = [
  {
    name: 'bound',
    takes: ['RoleCertificate'],
    gives: 'bool',
    says: 'Whether a certificate is bound to the role, and the role is in use.',
    of: isBound,
  },
  {
    name: 'trusted',
    takes: ['RoleCertificate'],
    gives: 'bool',
    says: 'Whether the certificate of a role is trusted; not known where the cmdlet could not tell.',
    of: isTrusted,
  },
  {
    name: 'unboundRoles',
    takes: ['RoleCertificate|list(RoleCertificate)'],
    gives: 'list(string)',
    says: 'Certificate roles in use without a certificate: the entry itself, or those that the whole list lacks.',
    of: unboundRoles,
  },
  {
    name: 'roleServers',
    takes: ['RoleCertificate'],
    gives: 'list(string)',
    says: 'Names of the Web Access or gateway servers that present the certificate of a role; none for the other roles.',
    of: roleServers,
  },
]
