import { incomplete } from '../../model/incomplete-list.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { KeyPack, Server } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { forVersion, licencesOf } from './key-packs.ts'
import { licenseVersion } from './license-versions.ts'
import { holdsLicensing } from './licensing.ts'
import { serverOf } from './servers.ts'

/**
 * Key packs that are on both servers, as text: "100 per-user licences for Windows Server 2012". One pack is the same by version,
 * type and total, since ids differ by server (docs/decisions/readings.md). Incomplete where packs are not told; a
 * server that is known to be no licence server has none, whether or not it was asked.
 */
export function commonPacks(estate: Estate, one: string, other: string): readonly string[] {
  const servers = [serverOf(estate, one), serverOf(estate, other)] as const
  if (servers[0] === servers[1]) return []
  const [first, second] = [sideOf(estate, servers[0]), sideOf(estate, servers[1])]
  const common = [...first.identified].filter(([key]) => second.identified.has(key)).map(([, pack]) => textOf(pack))
  return incomplete(common, [...unclearBetween(first, second), ...unclearBetween(second, first)])
}

/** What one server holds, for a comparison with another. */
interface Side {
  /** Packs by what tells them apart. */
  readonly identified: ReadonlyMap<string, KeyPack>
  readonly vague: readonly { readonly total: number | undefined; readonly why: Unknown }[]
  /** The totals of all its packs; undefined among them where one is not told. */
  readonly totals: ReadonlySet<number | undefined>
  readonly rest: readonly MissingFact[]
}

const nothing: Side = { identified: new Map(), vague: [], totals: new Set(), rest: [] }

function sideOf(estate: Estate, server: Server | Unknown): Side {
  if (server instanceof Unknown) return { ...nothing, rest: server.facts }
  if (server.licenseServer === undefined && holdsLicensing(estate, server.name) === false) return nothing
  const { sure, unclear, rest } = licencesOf(server)
  const identified = new Map<string, KeyPack>()
  const vague = unclear.map(({ pack, why }) => ({ total: pack.total, why }))
  for (const pack of sure) {
    const version = licenseVersion(estate, pack)
    const type = pack.licenseType ?? unknown(pack, 'licenseType')
    const why = merge([version, type])
    if (why) vague.push({ total: pack.total, why })
    else identified.set(`${version} ${type} ${pack.total}`, pack)
  }
  return {
    identified,
    vague,
    totals: new Set([...sure, ...unclear.map(({ pack }) => pack)].map(({ total }) => total)),
    rest,
  }
}

/** The facts that would tell whether a pack of one side is on the other too: a pack of another total never is. */
function unclearBetween(side: Side, other: Side): readonly MissingFact[] {
  const mayMatch = ({ total }: { readonly total: number | undefined }) =>
    other.rest.length > 0 ||
    (total === undefined ? other.totals.size > 0 : other.totals.has(total) || other.totals.has(undefined))
  const otherHolds = other.totals.size > 0 || other.rest.length > 0
  return [...side.vague.filter(mayMatch).flatMap(({ why }) => why.facts), ...(otherHolds ? side.rest : [])]
}

function textOf(pack: KeyPack): string {
  const type = pack.licenseType === 'perUser' ? 'per-user ' : pack.licenseType === 'perDevice' ? 'per-device ' : ''
  return `${pack.total} ${type}licences${forVersion(pack)}`
}

export const commonPackFacts: readonly Fact[] = [
  {
    name: 'commonPacks',
    takes: ['string', 'string'],
    gives: 'list(string)',
    says: 'Key packs that are on both servers, by version, type and total, as text.',
    of: commonPacks,
  },
]
