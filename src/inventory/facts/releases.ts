import { releases } from '../../../generated/tables.ts'
import { type Timestamp, timestampOf } from '../../model/instant.ts'
import type { Truth } from '../../model/logic.ts'
import type { Release } from '../../model/report.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { OperatingSystem, Server } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { serverOf } from './servers.ts'

/** `OperatingSystemSKU` of multi-session Windows: a client that calls itself a server (docs/decisions/readings.md). */
const multiSession = 175
const workstation = 1

/**
 * The Windows Server release of a server, from build and product type together. Unknown where one of them is not told,
 * and for client, annual channel and preview builds, which have no release.
 */
export function releaseOf(estate: Estate, server: string | Server): Release | Unknown {
  const told = tellRelease(estate, server)
  if (told !== undefined) return told
  const found = typeof server === 'string' ? serverOf(estate, server) : server
  return found instanceof Unknown ? found : unknown(found, 'operatingSystem')
}

/** Whether build and product type of a server belong to a Windows Server release. */
export function hasRelease(estate: Estate, server: string | Server): Truth {
  const told = tellRelease(estate, server)
  return told instanceof Unknown ? told : told !== undefined
}

/** The name that Microsoft gives a release: "Windows Server 2012 R2". */
export function windowsName(release: string): string {
  return releases.find((row) => row.release === release)?.name ?? `Windows Server ${release}`
}

/** The last day of extended support of a release, midnight UTC; the day itself is still supported. */
export function supportEnd(release: string): Timestamp | undefined {
  const row = releases.find((candidate) => candidate.release === release)
  return row && timestampOf(row.supportEnds)
}

type Row = (typeof releases)[number]

const byVersion = new Map<string, Row>(
  releases.flatMap((row) => row.versions.map((version) => [version, row] as const)),
)

function tellRelease(estate: Estate, server: string | Server): Release | Unknown | undefined {
  const found = typeof server === 'string' ? serverOf(estate, server) : server
  if (found instanceof Unknown) return found
  const system = found.operatingSystem
  return system ? releaseOfSystem(system) : unknown(found, 'operatingSystem')
}

function releaseOfSystem(system: OperatingSystem): Release | Unknown | undefined {
  if (system.version === undefined) return unknown(system, 'version')
  const row = byVersion.get(system.version) ?? rowOfBuild(system.version)
  if (row === 'no build') return unknown(system, 'version')
  if (!row || system.productType === workstation || system.sku === multiSession) return undefined
  if (system.productType === undefined && row.clientSharesBuild) return unknown(system, 'productType')
  return row.release
}

/** The row of a version that ends in an update build revision, such as 10.0.17763.1457. */
function rowOfBuild(version: string): Row | 'no build' | undefined {
  const build = /^(\d+\.\d+\.\d+)(?:\.\d+)?$/.exec(version)?.[1]
  return build === undefined ? 'no build' : byVersion.get(build)
}

export const releaseFacts: readonly Fact[] = [
  {
    name: 'release',
    takes: ['string|Server'],
    gives: 'string',
    says: 'The Windows Server release of a server, such as 2012R2; releases compare with < and > in their order.',
    of: releaseOf,
  },
  {
    name: 'hasRelease',
    takes: ['string|Server'],
    gives: 'bool',
    says: 'Whether build and product type of a server belong to a Windows Server release.',
    of: hasRelease,
  },
  {
    name: 'windows',
    takes: ['string'],
    gives: 'string',
    says: 'The full name of a release, such as Windows Server 2012 R2.',
    of: (_: Estate, release: string) => windowsName(release),
  },
  {
    name: 'supportEnd',
    takes: ['string'],
    gives: 'timestamp',
    says: 'The last day of extended support of a release.',
    of: (_: Estate, release: string) => supportEnd(release),
  },
]
