import type { AnyCollection } from '../../inventory/facts/profile-disk-moves.ts'
import { plannedDestination } from '../../inventory/facts/profile-disk-moves.ts'
import type { ProfileDiskMove } from '../../inventory/inventory.ts'
import { isWithin } from '../state/file-moves.ts'
import type { Scene } from './scene.ts'

/** Collections whose profile disks move together, since one move brings the files of all of them. */
export interface DiskGroup<T> {
  readonly members: readonly T[]
  readonly moves: readonly ProfileDiskMove[]
}

/** Where the profile disks of a collection will be: undefined where it has none, or where nobody told. */
export function diskLocation(scene: Scene, { profileDisks }: AnyCollection): string | undefined {
  if (!profileDisks?.enabled || typeof profileDisks.location !== 'string') return undefined
  const planned = plannedDestination(scene.estate, profileDisks.location)
  return typeof planned === 'string' ? planned : profileDisks.location
}

/** The planned moves that bring the profile disks of a collection. */
export function movesFor({ estate }: Scene, { profileDisks }: AnyCollection): readonly ProfileDiskMove[] {
  const moves = estate.inventory.migration?.profileDiskLocations ?? []
  if (!profileDisks?.enabled || typeof profileDisks.location !== 'string') return []
  const { location } = profileDisks
  return moves.filter(({ source }) => isWithin(estate.inventory, location, source))
}

/**
 * Whether profile disks of a collection may move or, where a new collection takes its place, may be told to that one, and
 * nobody told whether there are any, or where they are.
 */
export function mayMove({ estate }: Scene, { profileDisks }: AnyCollection, isReplaced = false): boolean {
  if (profileDisks === null) return false
  const { enabled, location } = profileDisks ?? {}
  const isTold = enabled === false || location === null || (enabled === true && location !== undefined)
  if (isTold) return false
  const moves = estate.inventory.migration?.profileDiskLocations ?? []
  return (
    isReplaced || moves.some(({ source }) => location === undefined || isWithin(estate.inventory, location, source))
  )
}

/** What a plan says of such a collection. */
export function untoldDisks({ name }: AnyCollection): string {
  return `Whether ${name} has profile disks, or where they are, is not known; steps for them are not here.`
}

/** Puts collections together that share a move, in the order of the first of each group. */
export function diskGroups<T>(
  members: readonly T[],
  movesOf: (member: T) => readonly ProfileDiskMove[],
): readonly DiskGroup<T>[] {
  const groups: { members: T[]; moves: Set<ProfileDiskMove> }[] = []
  for (const member of members) {
    const moves = movesOf(member)
    const joined = groups.filter((group) => moves.some((move) => group.moves.has(move)))
    const [first, ...others] = joined
    const group = first ?? { members: [], moves: new Set<ProfileDiskMove>() }
    if (first === undefined) groups.push(group)
    for (const other of others) {
      group.members.push(...other.members)
      for (const move of other.moves) group.moves.add(move)
      groups.splice(groups.indexOf(other), 1)
    }
    group.members.push(member)
    for (const move of moves) group.moves.add(move)
  }
  return groups.map(({ members, moves }) => ({ members, moves: [...moves] }))
}
