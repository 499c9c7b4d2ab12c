import { severities } from '../../model/severity.ts'
import { byPointer } from '../order.ts'
import { pointerOf } from '../parts.ts'
import type { Sighted } from './watch.ts'

/** Findings by how often they are there: those of one fingerprint are told apart by counting, as `distinct` does. */
export interface Balance {
  /** Takes in what came and went with a step; gives what is there more often than before, and what less often. */
  readonly settle: (come: readonly Sighted[], gone: readonly Sighted[]) => Settled
  /** Whether a finding of this severity or a graver one is there. */
  readonly holds: (severity: Sighted['severity']) => boolean
}

export interface Settled {
  readonly added: readonly Sighted[]
  readonly cleared: readonly Sighted[]
}

/** Begins with no findings. */
export function createBalance(): Balance {
  const counts = { error: 0, warning: 0, info: 0 }
  const known = new Map<string, number>()
  return {
    settle: (come, gone) => {
      const [came, went] = [byKey(come), byKey(gone)]
      const added: Sighted[] = []
      const cleared: Sighted[] = []
      for (const key of new Set([...came.keys(), ...went.keys()])) {
        const [more, less] = [came.get(key) ?? [], went.get(key) ?? []]
        const surplus = more.length - less.length
        const before = known.get(key) ?? 0
        if (surplus > 0) added.push(...last(more, surplus).map((hit, at) => numbered(hit, before + at + 1)))
        if (surplus < 0)
          cleared.push(...last(less, -surplus).map((hit, at) => numbered(hit, before + surplus + at + 1)))
        known.set(key, before + surplus)
        const severity = (more[0] ?? less[0])?.severity
        if (severity) counts[severity] += surplus
      }
      return { added, cleared }
    },
    holds: (severity) => severities.slice(0, severities.indexOf(severity) + 1).some((one) => counts[one] > 0),
  }
}

function byKey(hits: readonly Sighted[]): ReadonlyMap<string, readonly Sighted[]> {
  const keys = new Map<string, Sighted[]>()
  for (const hit of hits) {
    const key = `${hit.print} ${hit.severity}`
    const known = keys.get(key)
    if (known) known.push(hit)
    else keys.set(key, [hit])
  }
  return keys
}

function last(hits: readonly Sighted[], count: number): readonly Sighted[] {
  if (hits.length === count) return hits
  return hits.toSorted((one, other) => byPointer(pointerOf(one.part), pointerOf(other.part))).slice(-count)
}

function numbered(hit: Sighted, number: number): Sighted {
  return number === 1 ? hit : { ...hit, print: `${hit.print}:${number}` }
}
