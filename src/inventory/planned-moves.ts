import { restOf } from '../model/incomplete-list.ts'
import { Unknown } from '../model/unknown.ts'
import { once } from './estate.ts'
import { positionOf } from './facts/servers.ts'
import { indexNames, type NameIndex } from './names.ts'

/** The plan's moves of servers, by the positions of the entries that they name. */
interface PlannedMoves {
  readonly destinationOf: ReadonlyMap<number, Found>
  readonly sourcesOf: ReadonlyMap<number, readonly Found[]>
  /** What leaves open whether a server is meant: names that several servers fit, and moves that nobody told. */
  readonly unclearSources: readonly Unknown[]
  readonly unclearDestinations: readonly Unknown[]
  /** Sources of which the inventory holds no entry. */
  readonly elsewhere: NameIndex
  /** The moves that nobody told, where the list is known only in part. */
  readonly rest: Unknown | undefined
}

/** The position of the entry that a name denotes, undefined where there is none, unknown where that cannot be told. */
type Found = number | Unknown | undefined

/** The plan's moves of servers; undefined where nobody planned any. */
export const plannedMoves = once((estate): PlannedMoves | undefined => {
  const moves = estate.inventory.migration?.servers
  if (!moves) return undefined
  const destinationOf = new Map<number, Found>()
  const sourcesOf = new Map<number, Found[]>()
  const untold = restOf(moves)
  const rest = untold && new Unknown(untold)
  const unclearSources: Unknown[] = rest ? [rest] : []
  const unclearDestinations: Unknown[] = rest ? [rest] : []
  const elsewhere: string[] = []
  for (const { source, destination } of moves) {
    const from = positionOf(estate, source)
    const to = destination === undefined ? undefined : positionOf(estate, destination)
    if (from instanceof Unknown) unclearSources.push(from)
    else if (from !== undefined) destinationOf.set(from, to)
    else elsewhere.push(source)
    if (to instanceof Unknown) unclearDestinations.push(to)
    else if (to !== undefined) sourcesOf.set(to, [...(sourcesOf.get(to) ?? []), from])
  }
  return { destinationOf, sourcesOf, unclearSources, unclearDestinations, elsewhere: indexNames(elsewhere), rest }
})
