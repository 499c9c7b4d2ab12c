import { foldersAbove, parsePath } from '../inventory/paths.ts'
import { any } from './answers.ts'
import { findIn, indexBy } from './index-by.ts'
import type { Inventories } from './inventories.ts'
import type { Identity } from './part.ts'
import { sameServer } from './server-names.ts'

/** Whether a later location of profile disks is that of before, or where the plan moves it; undefined where that cannot be told. */
export type SameLocation = (before: string, after: string) => boolean | undefined

/** Prepares the comparison of locations: servers by their names and successors, folders as Windows compares them. */
export function sameLocations({ before, names }: Pick<Inventories, 'before' | 'names'>): SameLocation {
  const moves = (before.migration?.profileDiskLocations ?? []).map(({ source, destination }) => ({
    source: placeOf(source, names.before),
    destination,
  }))
  const byFolder = indexBy(moves, ({ source }) => [source.below])
  const movedTo = (folder: string, below: string) => {
    const place = placeOf(folder, names.before)
    return findIn(byFolder, [place.below]).flatMap(({ source, destination }) =>
      isSamePlace(place, source) === true ? [destination + below] : [],
    )
  }
  // The nearest folder that the plan moves counts, as it does for rules.
  const destinationsOf = (location: string): readonly string[] =>
    [{ folder: location, below: '' }, ...foldersAbove(location)]
      .map(({ folder, below }) => movedTo(folder, below))
      .find((destinations) => destinations.length > 0) ?? []
  return (location, later) => {
    const laterPlace = placeOf(later, names.after)
    return any(
      [location, ...destinationsOf(location)].map((one) => isSamePlace(placeOf(one, names.before), laterPlace)),
    )
  }
}

interface Place {
  /** Absent for a local path. */
  readonly server?: Identity
  readonly below: string
}

function placeOf(location: string, identify: (name: string) => Identity): Place {
  const path = parsePath(location)
  if (path.kind === 'local') return { below: path.path }
  return { server: identify(path.server), below: `${path.share}\\${path.below}` }
}

function isSamePlace(before: Place, after: Place): boolean | undefined {
  if (before.below !== after.below) return false
  if (!before.server || !after.server) return !before.server && !after.server
  return sameServer(before.server, after.server)
}
