import { migrationSources } from '../../../generated/tables.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { listed } from '../../model/listed.ts'
import { and, not, type Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { Server } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { isRetiring } from './moves.ts'
import { releaseOf, windowsName } from './releases.ts'
import { rdsRoles } from './roles.ts'

/** Whether an RDS server may run a release when its deployment moves to the target (rules/data/migration-sources.yaml). */
export function isSupportedSource(estate: Estate, release: string): boolean {
  return sourceReleases(estate).some((source) => source === release)
}

/** The releases that an RDS server may run before the move, for a sentence: "Windows Server 2012 or Windows Server 2012 R2". */
export function supportedSources(estate: Estate): string {
  return listed(sourceReleases(estate).map(windowsName), 'or')
}

/**
 * Whether a server is a licence server that the move leaves alone: licensing is its only RDS role, it is newer than the
 * target and not retiring (docs/decisions/readings.md).
 */
export function staysAsLicenseServer(estate: Estate, server: Server): Truth {
  return and(holdsLicensingOnly(estate, server), isNewer(estate, server), not(isRetiring(estate, server)))
}

function sourceReleases(estate: Estate): readonly string[] {
  return migrationSources.find((row) => row.target === estate.target)?.from ?? []
}

function holdsLicensingOnly(estate: Estate, server: Server): Truth {
  const held = rdsRoles(estate, server)
  const rest = restOf(held)
  if (held.some((role) => role !== 'RDS-LICENSING')) return false
  return rest ? new Unknown(rest) : held.length > 0
}

function isNewer(estate: Estate, server: Server): Truth {
  const release = releaseOf(estate, server)
  return release instanceof Unknown ? release : release > estate.target
}

export const estateFacts: readonly Fact[] = [
  {
    name: 'supportedSource',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether an RDS server may run a release when its deployment moves to the target.',
    of: isSupportedSource,
  },
  {
    name: 'supportedSources',
    takes: [],
    gives: 'string',
    says: 'The releases that an RDS server may run before the move to the target, as text.',
    of: supportedSources,
  },
  {
    name: 'staysAsLicenseServer',
    takes: ['Server'],
    gives: 'bool',
    says: 'Whether a server only holds licensing, is newer than the target and does not retire.',
    of: staysAsLicenseServer,
  },
]
