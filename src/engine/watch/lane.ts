import { type Scope, scopeOf } from '../../expression/scope.ts'
import { type Cell, sourcesOf } from '../../inventory/tracking/cells.ts'
import type { TrackedEstate } from '../../inventory/tracking/tracked-estate.ts'
import type { Severity } from '../../model/report.ts'
import type { Unknown } from '../../model/unknown.ts'
import type { Rule } from '../../rules/rule.ts'
import { enter } from '../check.ts'
import { fingerprint } from '../fingerprint.ts'
import { judge } from '../judge.ts'
import { type Part, parentOf, type Selection } from '../parts.ts'
import type { PreparedRule } from '../prepared.ts'
import { identity } from '../subject.ts'
import type { Alignment } from './align.ts'
import { addFooting, type Entry, type Footing, footingOf } from './footing.ts'

/** What a rule said last of the parts that one of its pointers selects. */
export interface Lane {
  readonly rule: Rule
  readonly prepared: PreparedRule
  /** Cells that any condition of the rule reads by a name that it mentions. */
  readonly mentioned: readonly Cell[]
  readonly entries: Entry<Answer>[]
  /** The sources that the answers rest on. */
  sources: number
  /** What the answers rest on together, and which of them rest on a server. */
  footing: Footing<Answer>
  /** The answers that are asked for again in every state. */
  readonly open: Set<Entry<Answer>>
}

/** What a rule says of a part; `print` is the fingerprint of its finding. */
export type Answer =
  | { readonly kind: 'pass' | 'notApplicable' }
  | { readonly kind: 'fail'; readonly severity: Severity; readonly print: string }
  | { readonly kind: 'undecided'; readonly severity: Severity; readonly missing: Unknown }
  | { readonly kind: 'fault'; readonly reason: string }

/** How a selection differs from that of the state before. */
export interface Passage {
  readonly before: Selection
  readonly now: Selection
  readonly alignment: Alignment
}

/** What is told of answers that changed: of a part in the state before, and of one in the state at hand. */
export interface Listener {
  readonly gone: (answer: Answer, part: Part) => void
  readonly come: (answer: Answer, part: Part) => void
}

/** What a lane is brought to the next state with. */
export interface Crossing {
  readonly tracked: TrackedEstate
  /** The values of the names that conditions may use. */
  readonly values: readonly unknown[]
  readonly passage: Passage
  readonly tell: Listener
}

/** A lane of which nothing was asked yet. */
export function newLane(rule: Rule, prepared: PreparedRule, mentioned: readonly Cell[]): Lane {
  return { rule, prepared, mentioned, entries: [], sources: 0, footing: footingOf([]), open: new Set() }
}

/** Brings a lane to the next state: asks anew of parts that changed, or where something was read that changed. */
export function advance(lane: Lane, crossing: Crossing): void {
  const { passage, tell } = crossing
  const { before, now, alignment } = passage
  const fresh = makeRoom(lane, passage)
  for (const { answer, place } of fresh.gone) tell.gone(answer, partAt(before, place))
  for (const entry of fresh.come) tell.come(ask(lane, entry, crossing), partAt(now, entry.place))
  const shift = now.parts.length - before.parts.length
  const asked = new Set(fresh.come)
  for (const entry of staleIn(lane, crossing)) {
    if (entry.place < 0 || asked.has(entry)) continue
    const old = entry.place < alignment.head ? entry.place : entry.place - shift
    tell.gone(entry.answer, partAt(before, old))
    tell.come(ask(lane, entry, crossing), partAt(now, entry.place))
  }
}

/** Puts an entry for each new part in place of those between the parts that stay. */
function makeRoom({ entries, open }: Lane, { before, now, alignment }: Passage) {
  const { head, tail } = alignment
  const [oldEnd, newEnd] = [before.parts.length - tail, now.parts.length - tail]
  const come = Array.from({ length: newEnd - head }, (_, index) => ({ place: head + index, answer: pass, reads: none }))
  const leaving = entries.slice(head, oldEnd)
  const gone = leaving.map(({ answer, place }) => ({ answer, place }))
  for (const entry of leaving) {
    entry.place = -1
    open.delete(entry)
  }
  if (come.length === leaving.length) for (const entry of come) entries[entry.place] = entry
  else {
    entries.splice(head, oldEnd - head, ...come)
    for (let place = newEnd; place < entries.length; place++) (entries[place] as Entry<Answer>).place = place
  }
  return { come, gone }
}

/** The entries whose answers rest on something that has changed, and those that are asked in every state. */
function staleIn(lane: Lane, { tracked, passage }: Crossing): readonly Entry<Answer>[] {
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

function ask(lane: Lane, entry: Entry<Answer>, { tracked, values, passage }: Crossing): Answer {
  const { estate, cells } = tracked
  const part = partAt(passage.now, entry.place)
  const { value, reads } = cells.during(() => {
    for (const cell of lane.mentioned) cells.read(cell)
    // Conditions remember some answers for their scope, so that each part gets its own.
    const scope: Scope = scopeOf(values, estate)
    enter(scope, part, lane.prepared.asks)
    return judge(lane.prepared, scope)
  })
  entry.reads = reads
  entry.answer = value.kind === 'fail' ? { ...value, print: fingerprint(lane.rule.id, identity(estate, part)) } : value
  lane.sources |= sourcesOf(reads)
  addFooting(lane.footing, entry, reads)
  if (value.kind === 'undecided' || value.kind === 'fault') lane.open.add(entry)
  else lane.open.delete(entry)
  return entry.answer
}

function partAt({ parts }: Selection, index: number): Part {
  return parts[index] as Part
}

const pass: Answer = { kind: 'pass' }
const none: readonly Cell[] = []
