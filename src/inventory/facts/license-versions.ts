import { licences } from '../../../generated/tables.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, type Truth } from '../../model/logic.ts'
import type { Release } from '../../model/report.ts'
import { both, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { KeyPack } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { listedLicenseServers } from './licensing.ts'
import { releaseOf } from './releases.ts'
import { holdsRole } from './roles.ts'

/**
 * The version of the licences in a pack, such as 2012. The version string decides, the number only where there is none;
 * unknown where both disagree or the table has no such version (docs/decisions/readings.md, "key packs").
 */
export function licenseVersion(_: Estate, pack: KeyPack): string | Unknown {
  return rowOf(pack)?.version ?? unknown(pack, 'productVersion')
}

/** The name of the version of the licences in a pack, "Windows Server 2012"; undefined where it cannot be told. */
export function versionName(pack: KeyPack): string | undefined {
  return rowOf(pack)?.name
}

/** Whether the licences in a pack admit to session hosts of a release (rules/data/licences.yaml). */
export function admits(_: Estate, pack: KeyPack, release: string): Truth {
  const row = rowOf(pack)
  return row ? row.admitsTo.some((host) => host === release) : unknown(pack, 'productVersion')
}

/** Whether a licence server is new enough to hold licences that admit to session hosts of a release. */
export function canHold(estate: Estate, licenseServer: string, release: string): Truth {
  const own = releaseOf(estate, licenseServer)
  return own instanceof Unknown ? own : couldHold(own, release)
}

/**
 * Releases that session hosts of the deployment run and whose licences no listed licence server can hold, oldest first.
 * Incomplete where releases or roles are not told, unless one server can hold the licences for every release.
 */
export const unservedReleases = once((estate): readonly string[] => {
  const served = new Map<Release, Truth>(releases.map((release) => [release, isServed(estate, release)]))
  const allServed = and(...served.values()) === true
  const unserved = new Set<Release>()
  const unclear = new Set<Unknown>()
  const rest = restOf(estate.servers)
  if (rest && !allServed) unclear.add(new Unknown(rest))
  for (const server of estate.servers) {
    const isHost = holdsRole(server, 'RDS-RD-SERVER')
    if (isHost === false || allServed) continue
    const release = releaseOf(estate, server)
    const answer = release instanceof Unknown ? release : (served.get(release) ?? true)
    if (answer === true) continue
    if (isHost instanceof Unknown) unclear.add(isHost)
    if (answer instanceof Unknown) unclear.add(answer)
    else if (isHost === true && !(release instanceof Unknown)) unserved.add(release)
  }
  return incomplete(
    [...unserved].sort(),
    [...unclear].flatMap(({ facts }) => facts),
  )
})

type Row = (typeof licences)[number]

const byString = new Map<string, Row>(licences.flatMap((row) => row.strings.map((text) => [plain(text), row] as const)))
const byId = new Map<number, Row>(licences.map((row) => [row.productVersionId, row]))
const releases = [...new Set(licences.flatMap(({ admitsTo }) => admitsTo))]

function rowOf({ productVersion, productVersionId }: KeyPack): Row | undefined {
  const told = productVersionId === undefined ? undefined : byId.get(productVersionId)
  if (productVersion === undefined) return told
  const row = byString.get(plain(productVersion))
  return productVersionId === undefined || row === told ? row : undefined
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

function couldHold(licenseServer: Release, release: string): boolean {
  return licences.some(
    ({ admitsTo, heldBy }) => admitsTo.some((host) => host === release) && heldBy.includes(licenseServer),
  )
}

function isServed(estate: Estate, release: Release): Truth {
  const names = listedLicenseServers(estate)
  const rest = restOf(names)
  let answer: Truth = rest ? new Unknown(rest) : false
  for (const name of names) {
    const holds = canHold(estate, name, release)
    if (holds === true) return true
    if (holds instanceof Unknown) answer = answer instanceof Unknown ? both(answer, holds) : holds
  }
  return answer
}

export const licenseVersionFacts: readonly Fact[] = [
  {
    name: 'licenseVersion',
    takes: ['KeyPack'],
    gives: 'string',
    says: 'The version of the licences in a key pack, such as 2012.',
    of: licenseVersion,
  },
  {
    name: 'admits',
    takes: ['KeyPack', 'string'],
    gives: 'bool',
    says: 'Whether the licences in a key pack admit to session hosts of a release.',
    of: admits,
  },
  {
    name: 'canHold',
    takes: ['string', 'string'],
    gives: 'bool',
    says: 'Whether a licence server is new enough to hold licences that admit to session hosts of a release.',
    of: canHold,
  },
  {
    name: 'unservedReleases',
    takes: [],
    gives: 'list(string)',
    says: 'Releases of session hosts whose licences no listed licence server is new enough to hold.',
    of: unservedReleases,
  },
]
