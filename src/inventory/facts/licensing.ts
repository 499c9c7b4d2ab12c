import { incomplete } from '../../model/incomplete-list.ts'
import { and, not, or, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { ServerMove } from '../inventory.ts'
import { namedServers } from '../named-servers.ts'
import type { Fact } from './fact.ts'
import { featureInstalled, holdsRole } from './roles.ts'
import { findServer, serverOf } from './servers.ts'

/** The licensing mode of the deployment; null where there is no deployment, or one without licensing. */
export function licensingMode(estate: Estate): string | null | Unknown {
  const { deployment } = estate.inventory
  if (deployment === undefined) return unknown(estate.inventory, 'deployment')
  const licensing = deployment === null ? null : deployment.licensing
  if (licensing === null) return null
  return (
    licensing?.mode ?? (licensing ? unknown(licensing, 'mode') : unknown(deployment ?? estate.inventory, 'licensing'))
  )
}

/** Names of the licence servers that the deployment lists; none where there is no deployment, or one without licensing. */
export function listedLicenseServers(estate: Estate): readonly string[] {
  const { deployment } = estate.inventory
  if (deployment === undefined) return incomplete<string>([], [{ holder: estate.inventory, key: 'deployment' }])
  if (deployment === null || deployment.licensing === null) return []
  const { licensing } = deployment
  if (licensing === undefined) return incomplete<string>([], [{ holder: deployment, key: 'licensing' }])
  return licensing.servers ?? incomplete<string>([], [{ holder: licensing, key: 'servers' }])
}

/** Whether the deployment lists a server as a licence server. */
export const isListed = (estate: Estate, server: Parameters<ReturnType<typeof listed>>[0]): Truth =>
  listed(estate)(server)

/**
 * Whether a server is a licence server: it is listed, holds the role or has the feature installed. The inventory holds every
 * machine with an RDS role, so a server without an entry is none unless it is listed.
 */
export function holdsLicensing(estate: Estate, name: string): Truth {
  const server = findServer(estate, name)
  if (server === undefined) return isListed(estate, name)
  if (server instanceof Unknown) return or(isListed(estate, name), server)
  return or(isListed(estate, server), holdsRole(server, 'RDS-LICENSING'), featureInstalled(server, 'RDS-LICENSING'))
}

/** Whether a licence server is activated; one that is no licence server at all is not. */
export function isActivated(estate: Estate, name: string | null): Truth {
  const server = name === null ? unknown(estate.inventory, 'servers') : serverOf(estate, name)
  if (server instanceof Unknown) return server
  if (server.licenseServer === null) return false
  return (
    server.licenseServer?.activated ??
    unknown(server.licenseServer ?? server, server.licenseServer ? 'activated' : 'licenseServer')
  )
}

/**
 * The licence server at a place: a listed name itself, of a move the destination of a licence server, built or not, that the
 * deployment does not list yet; null where the place has none.
 */
export function licenseServerAt(estate: Estate, place: string | ServerMove): string | null | Unknown {
  if (typeof place === 'string') return place
  const { source, destination } = place
  if (destination === undefined) return null
  const counts = and(holdsLicensing(estate, source), not(isListed(estate, destination)))
  return counts instanceof Unknown ? counts : counts ? destination : null
}

const listed = once((estate) => namedServers(estate, listedLicenseServers(estate)))

export const licensingFacts: readonly Fact[] = [
  {
    name: 'licensingMode',
    takes: [],
    gives: 'string?',
    says: 'The licensing mode of the deployment; null where there is no deployment, or one without licensing.',
    of: licensingMode,
  },
  {
    name: 'listedLicenseServers',
    takes: [],
    gives: 'list(string)',
    says: 'Names of the licence servers that the deployment lists.',
    of: listedLicenseServers,
  },
  {
    name: 'isListed',
    takes: ['string|Server'],
    gives: 'bool',
    says: 'Whether the deployment lists a server as a licence server.',
    of: isListed,
  },
  {
    name: 'holdsLicensing',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether a server is a licence server: it is listed, holds the role or has the feature installed.',
    of: holdsLicensing,
  },
  {
    name: 'activated',
    takes: ['string?'],
    gives: 'bool',
    says: 'Whether a licence server is activated; one that is no licence server at all is not.',
    of: isActivated,
  },
  {
    name: 'licenseServerAt',
    takes: ['string|ServerMove'],
    gives: 'string?',
    says: 'A listed licence server itself; of a move the destination of a licence server that is not listed yet, else null.',
    of: licenseServerAt,
  },
]
