import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, type Truth } from '../../model/logic.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { KeyPack, Server } from '../inventory.ts'
import { licenseHolders, packsOn } from '../license-holders.ts'
import type { Fact } from './fact.ts'
import { versionName } from './license-versions.ts'

/**
 * The key packs that count: those on listed licence servers and on destinations of retiring ones, without the temporary,
 * built-in and empty ones (docs/decisions/readings.md, "key packs"). Incomplete where some server or pack is not told.
 */
export const packs = once((estate): readonly KeyPack[] => {
  const { holders, missing } = licenseHolders(estate)
  const held = holders.map(licencesOf)
  return incomplete(
    held.flatMap(({ sure }) => sure),
    [...missing, ...held.flatMap(({ unclear, rest }) => [...unclear.flatMap(({ why }) => why.facts), ...rest])],
  )
})

/** The versions of the licences that count, as names: "Windows Server 2012". */
export function licensedVersions(estate: Estate): readonly string[] {
  const counted = packs(estate)
  return incomplete([...new Set(counted.flatMap((pack) => versionName(pack) ?? []))].sort(), restOf(counted) ?? [])
}

/** Per-user packs of a server of which more licences are issued than there are, as text: "140 of 100 licences for …". */
export function overallocated(_: Estate, server: Server): readonly string[] {
  const { told, rest } = packsOn(server)
  const exceeded: string[] = []
  const missing: MissingFact[] = [...rest]
  for (const pack of told) {
    const answer = and(isLicence(pack), isPerUser(pack), isExceeded(pack))
    if (answer instanceof Unknown) missing.push(...answer.facts)
    else if (answer) exceeded.push(`${pack.issued} of ${pack.total} licences${forVersion(pack)}`)
  }
  return incomplete(exceeded, missing)
}

/** The packs of a server: those that are licences for certain, those that may be, and what would tell of others. */
interface Licences {
  readonly sure: readonly KeyPack[]
  readonly unclear: readonly { readonly pack: KeyPack; readonly why: Unknown }[]
  readonly rest: readonly MissingFact[]
}

/** The packs of a server without the temporary, built-in and empty ones. */
export function licencesOf(server: Server): Licences {
  const { told, rest } = packsOn(server)
  const answers = told.map((pack) => ({ pack, why: isLicence(pack) }))
  return {
    sure: answers.flatMap(({ pack, why }) => (why === true ? [pack] : [])),
    unclear: answers.flatMap(({ pack, why }) => (why instanceof Unknown ? [{ pack, why }] : [])),
    rest,
  }
}

/** For which version the licences of a pack are, to be put after "licences"; empty where that cannot be told. */
export function forVersion(pack: KeyPack): string {
  const name = versionName(pack)
  return name === undefined ? '' : ` for ${name}`
}

// Types of Win32_TSLicenseKeyPack: 1 retail, 2 volume, 3 concurrent, 5 open licence; 4 temporary; 6 stands at the built-in
// packs of real servers. 0 is "unknown", and of any other number the class says nothing.
const bought: readonly number[] = [1, 2, 3, 5]
const none: readonly number[] = [4, 6]

/** Whether a pack is a licence at all: neither temporary nor built-in nor empty. */
function isLicence(pack: KeyPack): Truth {
  const { keyPackType, total } = pack
  if (total === 0 || (keyPackType !== undefined && none.includes(keyPackType))) return false
  const type = keyPackType !== undefined && bought.includes(keyPackType) ? true : unknown(pack, 'keyPackType')
  return and(type, total === undefined ? unknown(pack, 'total') : true)
}

function isPerUser(pack: KeyPack): Truth {
  return pack.licenseType === undefined ? unknown(pack, 'licenseType') : pack.licenseType === 'perUser'
}

function isExceeded(pack: KeyPack): Truth {
  if (pack.issued === undefined) return unknown(pack, 'issued')
  return pack.total === undefined ? unknown(pack, 'total') : pack.issued > pack.total
}

export const keyPackFacts: readonly Fact[] = [
  {
    name: 'packs',
    takes: [],
    gives: 'list(KeyPack)',
    says: 'The key packs that count: real licences on listed licence servers and on destinations of retiring ones.',
    of: packs,
  },
  {
    name: 'licensedVersions',
    takes: [],
    gives: 'list(string)',
    says: 'The versions of the licences that count, such as Windows Server 2012.',
    of: licensedVersions,
  },
  {
    name: 'overallocated',
    takes: ['Server'],
    gives: 'list(string)',
    says: 'Per-user key packs of a server of which more licences are issued than there are, as text.',
    of: overallocated,
  },
]
