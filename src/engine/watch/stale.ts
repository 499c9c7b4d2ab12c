import { sourcesOf } from '../../inventory/tracking/cells.ts'
import { parentOf } from '../parts.ts'
import { addFooting, type Entry, footingOf } from './footing.ts'
import { type Answer, type Crossing, type Lane, type Passage, partAt } from './lane-types.ts'

/** The entries whose answers rest on something that has changed, and those that are asked in every state. */
export function staleIn(lane: Lane, { tracked, passage }: Crossing): readonly Entry<Answer>[] {
  const { prepared, sources, footing, open, entries } = lane
  const { cells } = tracked
  const since = cells.state() - 1
  const isTouched = cells.touches(sources)
  const hasChanged = ({ reads }: Entry<Answer>) => reads.length > 0 && cells.haveChanged(reads, since)
  let stale: readonly Entry<Answer>[] = [...open]
  if (isTouched && cells.haveChanged([...footing.shared], since)) {
    stale = union(stale, entries.filter(hasChanged))
    if (cells.isRewired()) lane.footing = footingOf(entries)
  } else if (isTouched) {
    const ofServers = cells.changedServers().flatMap((cell) => footing.ofServer.get(cell) ?? [])
    stale = union(stale, ofServers.filter(hasChanged))
    if (cells.isRewired()) for (const entry of ofServers) addFooting(footing, entry, entry.reads)
  }
  // What was made anew may rest on other things than before.
  if (isTouched && cells.isRewired())
    lane.sources |= sourcesOf([...lane.footing.shared, ...lane.footing.ofServer.keys()])
  return prepared.asks.parent ? union(stale, orphans(lane, passage)) : stale
}

/** Entries of parts that another object holds than before. */
function orphans({ entries }: Lane, { before, now, alignment }: Passage): readonly Entry<Answer>[] {
  const shift = now.parts.length - before.parts.length
  const [head, end] = [alignment.head, now.parts.length - alignment.tail]
  return entries.filter(({ place }) => {
    if (place >= head && place < end) return false
    return parentOf(partAt(now, place)) !== parentOf(partAt(before, place < head ? place : place - shift))
  })
}

function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return other.length === 0 ? one : one.length === 0 ? other : [...new Set([...one, ...other])]
}
