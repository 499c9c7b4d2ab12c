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

/** What a rule said last of the parts that one of its pointers selects. */
export interface Lane {
  readonly rule: Rule
  readonly prepared: PreparedRule
  /** Cells that any condition of the rule reads by a name that it mentions. */
  readonly mentioned: readonly Cell[]
  outcomes: Answer[]
  reads: (readonly Cell[])[]
  /** The sources that the answers rest on. */
  sources: number
  /** How many answers are asked for again in every state. */
  open: number
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

/** Brings a lane to the next state: asks anew of parts that changed, or where something was read that changed. */
export function advance(lane: Lane, tracked: TrackedEstate, values: readonly unknown[], passage: Passage, tell: Listener) {
  const { before, now, alignment } = passage
  const { head, tail } = alignment
  const [oldEnd, newEnd] = [before.parts.length - tail, now.parts.length - tail]
  if (head < oldEnd || head < newEnd) {
    for (let index = head; index < oldEnd; index++) tell.gone(lane.outcomes[index] ?? pass, partAt(before, index))
    makeRoom(lane, head, oldEnd, newEnd)
    for (let index = head; index < newEnd; index++) {
      const answer = ask(lane, tracked, values, partAt(now, index), index)
      lane.outcomes[index] = answer
      tell.come(answer, partAt(now, index))
    }
  }
  const isQuiet = lane.open === 0 && !lane.prepared.asks.parent && !tracked.cells.touches(lane.sources)
  if (!isQuiet) again(lane, tracked, values, passage, tell)
}

/** Puts as many places as there are new parts in place of those between the parts that stay. */
function makeRoom(lane: Lane, head: number, oldEnd: number, newEnd: number): void {
  for (let index = head; index < oldEnd; index++) count(lane, lane.outcomes[index] ?? pass, -1)
  if (oldEnd === newEnd) return
  const room = <T>(filler: T) => Array.from({ length: newEnd - head }, () => filler)
  lane.outcomes = [...lane.outcomes.slice(0, head), ...room(pass), ...lane.outcomes.slice(oldEnd)]
  lane.reads = [...lane.reads.slice(0, head), ...room(none), ...lane.reads.slice(oldEnd)]
}

function count(lane: Lane, { kind }: Pick<Answer, 'kind'>, by: number): void {
  if (kind === 'undecided' || kind === 'fault') lane.open += by
}

function again(lane: Lane, tracked: TrackedEstate, values: readonly unknown[], passage: Passage, tell: Listener): void {
  const { cells } = tracked
  const { before, now, alignment } = passage
  const shift = now.parts.length - before.parts.length
  const [first, last] = [alignment.head, now.parts.length - alignment.tail]
  const isTouched = cells.touches(lane.sources)
  const since = cells.state() - 1
  let sources = 0
  for (let index = 0; index < now.parts.length; index++) {
    const reads = lane.reads[index] ?? none
    const answer = lane.outcomes[index] ?? pass
    if (index < first || index >= last) {
      const old = index < first ? index : index - shift
      const isOpen = answer.kind === 'undecided' || answer.kind === 'fault'
      const isStale =
        isOpen ||
        (isTouched && reads.length > 0 && cells.haveChanged(reads, since)) ||
        (lane.prepared.asks.parent && parentOf(partAt(before, old)) !== parentOf(partAt(now, index)))
      if (isStale) {
        count(lane, answer, -1)
        const fresh = ask(lane, tracked, values, partAt(now, index), index)
        lane.outcomes[index] = fresh
        tell.gone(answer, partAt(before, old))
        tell.come(fresh, partAt(now, index))
      }
    }
    if (isTouched) sources |= sourcesOf(lane.reads[index] ?? none)
  }
  if (isTouched) lane.sources = sources
}

function ask(lane: Lane, { estate, cells }: TrackedEstate, values: readonly unknown[], part: Part, index: number): Answer {
  const { value, reads } = cells.during(() => {
    for (const cell of lane.mentioned) cells.read(cell)
    // Conditions remember some answers for their scope, so that each part gets its own.
    const scope: Scope = scopeOf(values, estate)
    enter(scope, part, lane.prepared.asks)
    return judge(lane.prepared, scope)
  })
  lane.reads[index] = reads
  lane.sources |= sourcesOf(reads)
  count(lane, value, 1)
  if (value.kind !== 'fail') return value
  return { ...value, print: fingerprint(lane.rule.id, identity(estate, part)) }
}

function partAt({ parts }: Selection, index: number): Part {
  return parts[index] as Part
}

const pass: Answer = { kind: 'pass' }
const none: readonly Cell[] = []
