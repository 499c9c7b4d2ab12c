import type { Estate } from '../../inventory/estate.ts'
import type { AnyCollection } from '../../inventory/facts/profile-disk-moves.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { parsePath } from '../../inventory/paths.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { and, every, not, or, type Truth } from '../../model/logic.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import { isWithin } from '../state/file-moves.ts'
import { desktopCollections, isEmpty, sessionCollections } from './collections.ts'
import { allOff } from './desktops.ts'
import type { Precondition } from './precondition.ts'

/** The path below the share is the same before and after a move. */
export function pathKept(estate: Estate, from: string, to: string): Precondition {
  const [source, destination] = [parsePath(from), parsePath(to)]
  // A local path does not tell by which share its files are reached.
  const untold = merge(
    [from, to]
      .filter((path) => parsePath(path).kind === 'local')
      .map((path) => unknown(...holderOf(estate.inventory), `share of ${path}`)),
  )
  return {
    holds: untold ?? (source.kind === 'unc' && destination.kind === 'unc' && source.below === destination.below),
    rule: 'profile-disk-relative-path-changed',
    violated: () => `The path below the share changes from ${from} to ${to}.`,
    question: `whether the path below the share stays the same from ${from} to ${to}`,
  }
}

/** Nobody is signed in to the collections whose profile disks are at a location: one precondition for each sort of them. */
export function nobodyUses(estate: Estate, location: string): readonly Precondition[] {
  const sessions = sessionCollections(estate)
  const desktops = desktopCollections(estate)
  return [
    {
      holds: noneUses(estate, sessions, location, (collection) => isEmpty(estate, collection)),
      rule: 'session-host-has-sessions',
      violated: () =>
        `Users are signed in to session collections whose profile disks are at ${location}; sign them out first.`,
      question: `whether users are signed in to session collections whose profile disks are at ${location}`,
    },
    {
      holds: noneUses(estate, desktops, location, allOff),
      violated: () => `Desktops whose profile disks are at ${location} are not shut down; shut them down first.`,
      question: `whether the desktops whose profile disks are at ${location} are shut down`,
    },
  ]
}

function noneUses<T extends AnyCollection>(
  estate: Estate,
  collections: readonly T[],
  location: string,
  isFree: (collection: T) => Truth,
): Truth {
  const rest = restOf(collections)
  return every([
    ...collections.map((collection) => {
      const uses = hasDisksAt(estate, collection, location)
      return uses === false ? true : or(not(uses), isFree(collection))
    }),
    ...(rest ? [new Unknown(rest)] : []),
  ])
}

function hasDisksAt({ inventory }: Estate, collection: AnyCollection, folder: string): Truth {
  const { profileDisks } = collection
  if (profileDisks === undefined) return unknown(collection, 'profileDisks')
  if (profileDisks === null) return false
  const { enabled = unknown(profileDisks, 'enabled'), location = unknown(profileDisks, 'location') } = profileDisks
  if (location === null) return false
  return and(enabled, location instanceof Unknown ? location : isWithin(inventory, location, folder))
}

/** The list of planned moves of profile disks, or what would hold it: what a fact is missing from that no entry tells. */
export function holderOf(inventory: Inventory): readonly [object, string] {
  return inventory.migration ? [inventory.migration, 'profileDiskLocations'] : [inventory, 'migration']
}
