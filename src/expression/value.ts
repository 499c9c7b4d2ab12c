import { restOf } from '../model/incomplete-list.ts'
import { Duration, Timestamp } from '../model/instant.ts'
import { both, Unknown } from '../model/unknown.ts'

/** An expression went wrong: the fault of whoever wrote it, never of the inventory. */
export class Fault {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

/** Whether a result is no value to compute with: unknown or a fault. */
export function isStuck(value: unknown): value is Unknown | Fault {
  return typeof value === 'object' && (value instanceof Unknown || value instanceof Fault)
}

/** What becomes of an operation on stuck operands: an unknown outweighs a fault, since the fault may never come to pass. */
export function stuck(operands: readonly unknown[]): Unknown | Fault | undefined {
  let fault: Fault | undefined
  let facts: Unknown | undefined
  for (const operand of operands) {
    if (operand instanceof Unknown) facts = facts ? both(facts, operand) : operand
    else if (operand instanceof Fault) fault ??= operand
  }
  return facts ?? fault
}

/** CEL's equality of known values: across types false, int and double by number, lists and maps by their parts. */
export function equal(one: unknown, other: unknown): boolean | Unknown {
  if (one === other) return true
  if (typeof one === 'string' || typeof one === 'boolean') return false
  if (isNumber(one) && isNumber(other)) return difference(one, other) === 0
  if (one instanceof Timestamp && other instanceof Timestamp) return one.nanoseconds === other.nanoseconds
  if (one instanceof Duration && other instanceof Duration) return one.nanoseconds === other.nanoseconds
  if (Array.isArray(one) && Array.isArray(other)) return equalLists(one, other)
  if (one instanceof Map && other instanceof Map) return equalMaps(one, other)
  return false
}

/** Orders two known values of one type; undefined where they have no order. */
export function compare(one: unknown, other: unknown): number | undefined {
  if (isNumber(one) && isNumber(other)) return difference(one, other)
  if (typeof one === 'string' && typeof other === 'string') return one === other ? 0 : byCodePoint(one, other)
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other)
  const [first, second] = [spanOf(one), spanOf(other)]
  if (first === undefined || second === undefined || one instanceof Timestamp !== other instanceof Timestamp)
    return undefined
  return first < second ? -1 : first > second ? 1 : 0
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** Less than, equal to or more than 0, or NaN; an int and a double compare as doubles. */
function difference(one: number | bigint, other: number | bigint): number {
  const [first, second] = typeof one === typeof other ? [one, other] : [Number(one), Number(other)]
  if (first === second) return 0
  return first < second ? -1 : first > second ? 1 : Number.NaN
}

function spanOf(value: unknown): bigint | undefined {
  return value instanceof Timestamp || value instanceof Duration ? value.nanoseconds : undefined
}

function equalLists(one: readonly unknown[], other: readonly unknown[]): boolean | Unknown {
  const [restOfOne, restOfOther] = [restOf(one), restOf(other)]
  if (restOfOne || restOfOther) {
    if (!restOfOther && other.length < one.length) return false
    if (!restOfOne && one.length < other.length) return false
    return new Unknown([...(restOfOne ?? []), ...(restOfOther ?? [])])
  }
  if (one.length !== other.length) return false
  return allOf(one.map((item, position) => equal(item, other[position])))
}

function equalMaps(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean | Unknown {
  if (one.size !== other.size) return false
  return allOf([...one].map(([key, value]) => other.has(key) && equal(value, other.get(key))))
}

function allOf(parts: readonly (boolean | Unknown)[]): boolean | Unknown {
  return !parts.includes(false) && ((stuck(parts) as Unknown | undefined) ?? true)
}

/** CEL orders by code point; UTF-16 order puts characters beyond U+FFFF before U+E000 to U+FFFF. */
function byCodePoint(one: string, other: string): number {
  let position = 0
  while (position < one.length && one.charCodeAt(position) === other.charCodeAt(position)) position++
  return rank(one.charCodeAt(position)) - rank(other.charCodeAt(position))
}

function rank(unit: number): number {
  if (Number.isNaN(unit)) return -1
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
