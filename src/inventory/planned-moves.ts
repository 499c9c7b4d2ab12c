import { restOf } from '../model/incomplete-list.ts'
import { Unknown } from '../model/unknown.ts'
import { once } from './estate.ts'
import { findServer } from './facts/servers.ts'
import type { Server } from './inventory.ts'
import { indexNames, type NameIndex } from './names.ts'

/** The plan's moves of servers, by the entries of the inventory that they name. */
interface PlannedMoves {
  readonly destinationOf: ReadonlyMap<Server, Found>
  readonly sourcesOf: ReadonlyMap<Server, readonly Found[]>
  /** What leaves open whether a server is meant: names that several servers fit, and moves that nobody told. */
  readonly unclearSources: readonly Unknown[]
  readonly unclearDestinations: readonly Unknown[]
  /** Sources of which the inventory holds no entry. */
  readonly elsewhere: NameIndex
  /** The moves that nobody told, where the list is known only in part. */
  readonly rest: Unknown | undefined
}

/** The entry that a name denotes, undefined where there is none, unknown where that cannot be told. */
type Found = Server | Unknown | undefined

/** The plan's moves of servers; undefined where nobody planned any. */
export const plannedMoves = once((estate): PlannedMoves | undefined => {
  const moves = estate.inventory.migration?.servers
  if (!moves) return undefined
  const destinationOf = new Map<Server, Found>()
  const sourcesOf = new Map<Server, Found[]>()
  const untold = restOf(moves)
  const rest = untold && new Unknown(untold)
  const unclearSources: Unknown[] = rest ? [rest] : []
  const unclearDestinations: Unknown[] = rest ? [rest] : []
  const elsewhere: string[] = []
  for (const { source, destination } of moves) {
    const from = findServer(estate, source)
    const to = destination === undefined ? undefined : findServer(estate, destination)
    if (from instanceof Unknown) unclearSources.push(from)
    else if (from) destinationOf.set(from, to)
    else elsewhere.push(source)
    if (to instanceof Unknown) unclearDestinations.push(to)
    else if (to) sourcesOf.set(to, [...(sourcesOf.get(to) ?? []), from])
  }
  return { destinationOf, sourcesOf, unclearSources, unclearDestinations, elsewhere: indexNames(elsewhere), rest }
})
