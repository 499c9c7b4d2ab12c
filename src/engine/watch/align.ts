import type { Part } from '../parts.ts'

/** What two selections have in common: so many parts at the beginning and at the end are the same, those between are not. */
export interface Alignment {
  readonly head: number
  readonly tail: number
}

/** Compares the parts that one pointer selects in two states of an inventory. */
export function align(before: readonly Part[], now: readonly Part[]): Alignment {
  if (before === now) return { head: now.length, tail: 0 }
  const most = Math.min(before.length, now.length)
  let head = 0
  while (head < most && isSamePart(before[head], now[head])) head++
  let tail = 0
  while (tail < most - head && isSamePart(before.at(-1 - tail), now.at(-1 - tail))) tail++
  return { head, tail }
}

/** The same value under the same names: what holds it may have changed, as long as it is called the same. */
function isSamePart(one: Part | undefined, other: Part | undefined): boolean {
  if (one === undefined || other === undefined || one.value !== other.value) return false
  let [left, right] = [one.up, other.up]
  // A list has no name of its own: the same one may have come into other hands.
  while (left && right && (left.value !== right.value || Array.isArray(left.value))) {
    if (!isCalledAlike(left, right)) return false
    left = left.up
    right = right.up
  }
  return true
}

function isCalledAlike(one: Part, other: Part): boolean {
  if (!Array.isArray(one.up?.value)) return one.key === other.key
  const [left, right] = [one.value, other.value] as readonly Readonly<Record<string, unknown>>[]
  return nameKeys.every((key) => left?.[key] === right?.[key])
}

const nameKeys = ['name', 'server', 'role', 'thumbprint', 'source', 'alias']
