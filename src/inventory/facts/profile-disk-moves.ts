import { restOf } from '../../model/incomplete-list.ts'
import { and, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { ProfileDiskMove, SessionCollection, VirtualDesktopCollection } from '../inventory.ts'
import { indexLocations } from '../locations.ts'
import { foldersAbove, parsePath } from '../paths.ts'
import type { Fact } from './fact.ts'
import { missingFiles } from './missing-files.ts'
import { isRetiring } from './moves.ts'

/** A session or virtual desktop collection: what profile disks belong to. */
export type AnyCollection = SessionCollection | VirtualDesktopCollection

/** Whether a location is on a server that retires. A local path names no server, so it is on none. */
export function onRetiringServer(estate: Estate, location: string | null): Truth {
  const path = location === null ? undefined : parsePath(location)
  return path?.kind === 'unc' ? isRetiring(estate, path.server) : false
}

/**
 * Where the plan moves the profile disks of a location, with it or with a folder above; null where it does not. Without a
 * list of moves that is unknown for a server that retires (docs/decisions/readings.md), and where the list names several.
 */
export function plannedDestination(estate: Estate, location: string | null): string | null | Unknown {
  if (location === null) return null
  const { moves, destinations } = plannedDiskMoves(estate)
  if (!moves) {
    const retires = onRetiringServer(estate, location)
    return retires === true ? planOf(estate) : retires || null
  }
  // The first in order of the ways to write one place, so that the order of the plan changes nothing.
  const found = [...destinations(location)].sort()
  const [destination] = found
  if (destination !== undefined) {
    const isOne = indexLocations(estate, found).find(destination).length === found.length
    return isOne ? destination : unknown(moves, undefined, location)
  }
  const rest = restOf(moves)
  return rest ? new Unknown(rest) : null
}

/** Whether profile disks move: a move does, and so do enabled disks on a server that retires. */
export function profileDisksMove(estate: Estate, part: ProfileDiskMove | AnyCollection): Truth {
  if (isMove(estate, part)) return true
  const disks = part.profileDisks
  if (disks === undefined) return unknown(part, 'profileDisks')
  if (disks === null) return false
  const { enabled = unknown(disks, 'enabled'), location } = disks
  return and(enabled, location === undefined ? unknown(disks, 'location') : onRetiringServer(estate, location))
}

/** Whether disks keep their path below the share; unknown where a side is a local path, or where no list of moves is told. */
export function relativePathKept(estate: Estate, part: ProfileDiskMove | AnyCollection): Truth {
  if (!isMove(estate, part)) return plannedDiskMoves(estate).moves ? true : planOf(estate)
  const [source, destination] = [parsePath(part.source), parsePath(part.destination)]
  if (source.kind === 'local') return unknown(part, 'source', `share of ${part.source}`)
  if (destination.kind === 'local') return unknown(part, 'destination', `share of ${part.destination}`)
  return source.below === destination.below
}

const plannedDiskMoves = once((estate) => {
  const moves = estate.inventory.migration?.profileDiskLocations
  const index = indexLocations(
    estate,
    (moves ?? []).map(({ source }) => source),
  )
  const known = new Set<ProfileDiskMove | AnyCollection>(moves)
  return {
    moves,
    known,
    destinations: (location: string): readonly string[] => {
      const at = (folder: string, below: string) =>
        index.find(folder).flatMap((position) => (moves?.[position] ? [`${moves[position].destination}${below}`] : []))
      const own = at(location, '')
      if (own.length > 0 || !moves?.length) return own
      const above = foldersAbove(location).find(({ folder }) => index.find(folder).length > 0)
      return above ? at(above.folder, above.below) : []
    },
  }
})

/** The missing list of moves. */
function planOf({ inventory }: Estate): Unknown {
  return inventory.migration
    ? unknown(inventory.migration, 'profileDiskLocations')
    : unknown(inventory, 'migration', 'profileDiskLocations')
}

// A hand-written part may hold any property, so that its properties do not tell what it is.
function isMove(estate: Estate, part: ProfileDiskMove | AnyCollection): part is ProfileDiskMove {
  return plannedDiskMoves(estate).known.has(part)
}

const part = 'ProfileDiskMove|SessionCollection|VirtualDesktopCollection'

export const profileDiskMoveFacts: readonly Fact[] = [
  {
    name: 'onRetiringServer',
    takes: ['string?'],
    gives: 'bool',
    says: 'Whether a location of profile disks is on a server that retires; a local path never is.',
    of: onRetiringServer,
  },
  {
    name: 'plannedDestination',
    takes: ['string?'],
    gives: 'string?',
    says: 'Where the plan moves the profile disks of a location; null where it does not.',
    of: plannedDestination,
  },
  {
    name: 'profileDisksMove',
    takes: [part],
    gives: 'bool',
    says: 'Whether profile disks move: a planned move, or a collection whose enabled disks are on a server that retires.',
    of: profileDisksMove,
  },
  {
    name: 'relativePathKept',
    takes: [part],
    gives: 'bool',
    says: 'Whether a planned move keeps the path below the share; not known of a collection that no list of moves covers.',
    of: relativePathKept,
  },
  {
    name: 'diskMove',
    takes: [part],
    gives: 'string',
    says: 'A move of profile disks as text: source to destination; of a collection, its name.',
    of: (estate: Estate, moved: ProfileDiskMove | AnyCollection) =>
      isMove(estate, moved) ? `${moved.source} to ${moved.destination}` : moved.name,
  },
  {
    name: 'missingFiles',
    takes: ['ProfileDiskMove'],
    gives: 'list(string)',
    says: 'The files of the source listing that the destination listing does not hold at the same relative path.',
    of: missingFiles,
  },
]
