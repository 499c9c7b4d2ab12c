import { knownServers } from '../../inventory/estate.ts'
import type { Inventory, ProfileDiskMove } from '../../inventory/inventory.ts'
import { indexLocations } from '../../inventory/locations.ts'
import { foldersAbove } from '../../inventory/paths.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { inPlaceOf, knownInPart } from './lists.ts'

/**
 * Moves of profile disks that were made, with the entry that stood in the plan before, if one did. A listing cannot say so:
 * where nobody listed the files, they are at the new place all the same.
 */
const made = new WeakMap<ProfileDiskMove, { readonly planned: ProfileDiskMove | undefined }>()

/** Whether a move of profile disks was made by an operation. */
export function isMade(move: ProfileDiskMove): boolean {
  return made.has(move)
}

/** Whether two locations denote the same folder. */
export function sameLocation(inventory: Inventory, one: string, other: string): boolean {
  return indexLocations(knownServers(inventory), [one]).find(other).length > 0
}

/** Whether a location is a folder or below it. */
export function isWithin(inventory: Inventory, location: string, folder: string): boolean {
  const { find } = indexLocations(knownServers(inventory), [folder])
  return [location, ...foldersAbove(location).map((above) => above.folder)].some((path) => find(path).length > 0)
}

/** An inventory after the files went from one location to another; going back undoes the move that brought them. */
export function moveFiles(inventory: Inventory, from: string, to: string): Inventory {
  const moves = inventory.migration?.profileDiskLocations
  const between = (source: string, destination: string) =>
    moves?.find(
      (move) => sameLocation(inventory, move.source, source) && sameLocation(inventory, move.destination, destination),
    )
  const back = between(to, from)
  const undone = back && made.get(back)
  if (back && undone) return withMoves(inventory, replaced(moves ?? [], back, undone.planned))
  const planned = between(from, to)
  if (planned && isMade(planned)) return inventory
  const move = arrived(planned ?? { source: from, destination: to })
  made.set(move, { planned })
  if (moves) return withMoves(inventory, planned ? replaced(moves, planned, move) : inPlaceOf(moves, [...moves, move]))
  return withMoves(inventory, knownInPart([move]))
}

/** A move after which every file of the source listing is in the destination listing. */
function arrived(move: ProfileDiskMove): ProfileDiskMove {
  const { sourceFiles, destinationFiles } = move
  if (!sourceFiles || !destinationFiles) return { ...move, ...(sourceFiles && { destinationFiles: sourceFiles }) }
  const all = [...new Set([...destinationFiles, ...sourceFiles])]
  return { ...move, destinationFiles: inPlaceOf(sourceFiles, inPlaceOf(destinationFiles, all)) }
}

function replaced(
  moves: readonly ProfileDiskMove[],
  old: ProfileDiskMove,
  now: ProfileDiskMove | undefined,
): readonly ProfileDiskMove[] | undefined {
  const left = moves.flatMap((move) => (move === old ? (now ?? []) : move))
  // The list was made for this one move: without it nobody told any.
  if (left.length === 0 && restOf(moves)) return undefined
  return inPlaceOf(moves, left)
}

function withMoves(inventory: Inventory, profileDiskLocations: readonly ProfileDiskMove[] | undefined): Inventory {
  const { migration, ...rest } = inventory
  const { profileDiskLocations: _, ...others } = migration ?? {}
  const now = { ...others, ...(profileDiskLocations && { profileDiskLocations }) }
  return Object.keys(now).length === 0 ? rest : { ...rest, migration: now }
}
