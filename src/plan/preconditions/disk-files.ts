import type { Estate } from '../../inventory/estate.ts'
import { missingFiles } from '../../inventory/facts/missing-files.ts'
import type { AnyCollection } from '../../inventory/facts/profile-disk-moves.ts'
import type { Inventory, ProfileDiskMove } from '../../inventory/inventory.ts'
import { foldersAbove } from '../../inventory/paths.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { some, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import { isMade, isWithin, sameLocation } from '../state/file-moves.ts'
import { replacedBy } from '../state/successors.ts'
import { ofFound, type Precondition } from './precondition.ts'
import { holderOf } from './profile-disks.ts'

/** The files of the profile disks of a collection, as it was looked up by its name, are at a location. */
export function filesAreThere(
  estate: Estate,
  found: AnyCollection | Unknown,
  name: string,
  location: string,
): Precondition {
  return {
    holds: ofFound(found, (collection) => areThere(estate, collection, location)),
    rule: 'profile-disk-files-missing',
    violated: () => `The profile disks of ${name} are not at ${location} yet; move them first.`,
    question: `whether the profile disks of ${name} are at ${location}`,
  }
}

function areThere(estate: Estate, collection: AnyCollection, location: string): Truth {
  const { inventory } = estate
  const owner = ownerOf(inventory, collection)
  const { profileDisks: disks } = owner
  // Where there were no disks, none can be left behind.
  if (disks === null || disks?.enabled === false) return true
  // A move to this location may be that of other disks.
  if (!disks) return unknown(owner, 'profileDisks')
  if (disks.location === undefined) return unknown(disks, 'location')
  const today = disks.location ?? undefined
  const moves = inventory.migration?.profileDiskLocations ?? []
  const hasLeft = today !== undefined && moves.some((move) => isMade(move) && isWithin(inventory, today, move.source))
  if (today !== undefined && !hasLeft && sameLocation(inventory, today, location)) return true
  const coming = moves.filter((move) => brings(inventory, move, today, location))
  if (coming.length > 0) return some(coming.map((move) => haveArrived(estate, move)))
  return unknown(...holderOf(inventory), `files at ${location}`)
}

/** The collection whose disks it is about: itself or, of a new one, the collection that it takes the place of. */
function ownerOf(inventory: Inventory, collection: AnyCollection): AnyCollection {
  const replaced = collection.profileDisks === null ? replacedBy(inventory, collection.name) : undefined
  return replaced ?? collection
}

/** Whether a move brings what is at one location today, if that is told, to another: with the folder itself, or one above. */
function brings(inventory: Inventory, move: ProfileDiskMove, today: string | undefined, location: string): boolean {
  if (today === undefined) return isWithin(inventory, location, move.destination)
  return [{ folder: today, below: '' }, ...foldersAbove(today)].some(
    ({ folder, below }) =>
      sameLocation(inventory, folder, move.source) && sameLocation(inventory, `${move.destination}${below}`, location),
  )
}

function haveArrived(estate: Estate, move: ProfileDiskMove): Truth {
  if (isMade(move)) return true
  const missing = missingFiles(estate, move)
  if (missing instanceof Unknown) return missing
  const rest = restOf(missing)
  return missing.length > 0 ? false : rest ? new Unknown(rest) : true
}
