import { type Scope, scopeOf } from '../../expression/scope.ts'
import { type Cell, sourcesOf } from '../../inventory/tracking/cells.ts'
import type { Rule } from '../../rules/rule.ts'
import { enter } from '../check.ts'
import { fingerprint } from '../fingerprint.ts'
import { judge } from '../judge.ts'
import type { PreparedRule } from '../prepared.ts'
import { identity } from '../subject.ts'
import { addFooting, type Entry, footingOf } from './footing.ts'
import { type Answer, type Crossing, type Lane, type Passage, partAt } from './lane-types.ts'
import { staleIn } from './stale.ts'

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

const pass: Answer = { kind: 'pass' }
const none: readonly Cell[] = []
