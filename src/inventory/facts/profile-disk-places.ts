import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { type MissingFact, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { ProfileDisks, SessionCollection, VirtualDesktopCollection } from '../inventory.ts'
import { indexLocations } from '../locations.ts'
import { parsePath } from '../paths.ts'
import type { Fact } from './fact.ts'
import type { AnyCollection } from './profile-disk-moves.ts'

/** Whether a location is on a share rather than on a disk of the machine that reads it. */
export function isUnc(_: Estate, location: string | null): boolean {
  return location !== null && parsePath(location).kind === 'unc'
}

/**
 * A location as an argument of a program: without a backslash at its end, which would escape the quote after it; the root of
 * a drive keeps its meaning by a dot.
 */
export function folder(_: Estate, location: string): string {
  const bare = location.replace(/(?<![\\/])[\\/]+$/, '')
  return /^[a-z]:$/i.test(bare) ? `${bare}\\.` : bare
}

/**
 * Names of the other collections whose enabled disks are at the location of this one, in order; incomplete where theirs are
 * not told. * A local path is another folder on each machine, and a host belongs to one collection: nobody else is there.
 */
export function sharersOf(estate: Estate, collection: AnyCollection): readonly string[] | Unknown {
  const disks = collection.profileDisks
  if (disks === undefined) return unknown(collection, 'profileDisks')
  if (disks?.location === undefined) return disks === null ? [] : unknown(disks, 'location')
  if (disks.location === null || !isUnc(estate, disks.location)) return []
  const { placed, missing } = places(estate)
  const others = index(estate)
    .find(disks.location)
    .flatMap((position) => placed[position] ?? [])
    .filter((other) => other.collection !== collection)
  const unclear = others.flatMap(({ disks }) =>
    disks.enabled === undefined ? [{ holder: disks, key: 'enabled' }] : [],
  )
  const names = others
    .filter(({ disks }) => disks.enabled)
    .map((other) => other.collection.name)
    .sort()
  return incomplete(names, unclear.length > 0 ? [...missing, ...unclear] : missing)
}

/** How many session hosts or virtual desktops use the disks of a collection, at least. An int of CEL. */
export function diskUsers(estate: Estate, collection: AnyCollection): bigint | Unknown {
  const key = isSessionCollection(estate, collection) ? 'sessionHosts' : 'virtualDesktops'
  const users: readonly unknown[] | undefined = (collection as SessionCollection & VirtualDesktopCollection)[key]
  if (users === undefined) return unknown(collection, key)
  const rest = restOf(users)
  return rest && users.length < 2 ? new Unknown(rest) : BigInt(users.length)
}

interface Place {
  readonly collection: AnyCollection
  readonly disks: ProfileDisks
  readonly location: string
}

/** All places where enabled disks are, or may be; `missing` would tell of others. */
const places = once((estate) => {
  const { deployment } = estate.inventory
  const missing: MissingFact[] = []
  const placed: Place[] = []
  for (const key of ['sessionCollections', 'virtualDesktopCollections'] as const) {
    const collections: readonly AnyCollection[] | undefined = deployment?.[key]
    if (!collections && deployment) missing.push({ holder: deployment, key })
    missing.push(...((collections && restOf(collections)) ?? []))
    for (const collection of collections ?? []) {
      const disks = collection.profileDisks
      if (disks === undefined) missing.push({ holder: collection, key: 'profileDisks' })
      if (!disks || disks.enabled === false || disks.location === null) continue
      if (disks.location === undefined) missing.push({ holder: disks, key: 'location' })
      else placed.push({ collection, disks, location: disks.location })
    }
  }
  return { placed, missing }
})

// Apart from the places, so that what else changes of a collection leaves the index as it is.
const locations = once((estate) => places(estate).placed.map(({ location }) => location))
const index = once((estate) => indexLocations(estate, locations(estate)))

const sessionCollections = once(({ inventory }) => new Set<AnyCollection>(inventory.deployment?.sessionCollections))

function isSessionCollection(estate: Estate, collection: AnyCollection): boolean {
  return sessionCollections(estate).has(collection)
}

const collection = 'SessionCollection|VirtualDesktopCollection'

export const profileDiskPlaceFacts: readonly Fact[] = [
  {
    name: 'isUnc',
    takes: ['string?'],
    gives: 'bool',
    says: 'Whether a location is on a share rather than on a disk of the machine that reads it.',
    of: isUnc,
  },
  {
    name: 'folder',
    takes: ['string'],
    gives: 'string',
    says: 'A location without the backslash at its end, as programs take it.',
    of: folder,
  },
  {
    name: 'sharers',
    takes: [collection],
    gives: 'list(string)',
    says: 'Names of the other collections whose profile disks are enabled at the same location.',
    of: sharersOf,
  },
  {
    name: 'diskUsers',
    takes: [collection],
    gives: 'int',
    says: 'How many session hosts or virtual desktops use the profile disks of a collection.',
    of: diskUsers,
  },
]
