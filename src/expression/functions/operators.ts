import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { Duration, Timestamp } from '../../model/instant.ts'
import { both, Unknown } from '../../model/unknown.ts'
import { bool, double, duration, dyn, int, list, string, type Type, timestamp } from '../type.ts'
import { compare, equal, Fault } from '../value.ts'
import type { Builtins, Overload } from './builtin.ts'

const same = (type: Type): Overload => ({ takes: [type, type], gives: type })
const ordered: readonly Overload[] = [int, double, string, bool, timestamp, duration].map((type) => ({
  takes: [type, type],
  gives: bool,
}))
const equality: readonly Overload[] = [{ takes: [dyn, dyn], gives: bool }]

/** Equality, order, arithmetic, membership and index. */
export const operators: Builtins = {
  '==': { overloads: equality, run: equal },
  '!=': { overloads: equality, run: (one, other) => negate(equal(one, other)) },
  '<': { overloads: ordered, run: order((sign) => sign < 0) },
  '<=': { overloads: ordered, run: order((sign) => sign <= 0) },
  '>': { overloads: ordered, run: order((sign) => sign > 0) },
  '>=': { overloads: ordered, run: order((sign) => sign >= 0) },
  '+': {
    overloads: [
      ...[int, double, string, duration, list(dyn)].map(same),
      { takes: [timestamp, duration], gives: timestamp },
      { takes: [duration, timestamp], gives: timestamp },
    ],
    run: add,
    cost: (one, other) => (Array.isArray(one) && Array.isArray(other) ? one.length + other.length : 0),
  },
  '-': {
    overloads: [
      ...[int, double, duration].map(same),
      { takes: [timestamp, timestamp], gives: duration },
      { takes: [timestamp, duration], gives: timestamp },
    ],
    run: subtract,
  },
  '*': {
    overloads: [int, double].map(same),
    run: arithmetic(
      (a, b) => a * b,
      (a, b) => a * b,
    ),
  },
  '/': {
    overloads: [int, double].map(same),
    run: arithmetic(
      (a, b) => (b === 0n ? undefined : a / b),
      (a, b) => a / b,
    ),
  },
  '%': { overloads: [same(int)], run: arithmetic((a, b) => (b === 0n ? undefined : a % b)) },
  '-_': {
    overloads: [int, double].map((type) => ({ takes: [type], gives: type })),
    run: (a) => (typeof a === 'bigint' ? inRange(-a) : typeof a === 'number' ? -a : noOverload('-')),
  },
  in: {
    overloads: [
      { takes: [dyn, list(dyn)], gives: bool },
      { takes: [dyn, { kind: 'map', key: dyn, value: dyn }], gives: bool },
    ],
    run: isIn,
  },
  '[]': {
    overloads: [
      { takes: [list(dyn), int], gives: dyn },
      { takes: [{ kind: 'map', key: dyn, value: dyn }, dyn], gives: dyn },
    ],
    run: at,
  },
}

/** What a function says to operands that it does not take. */
export function noOverload(name: string): Fault {
  return new Fault(`no such overload of ${name}`)
}

function negate(truth: boolean | Unknown): boolean | Unknown {
  return truth instanceof Unknown ? truth : !truth
}

function order(holds: (sign: number) => boolean): (one: unknown, other: unknown) => unknown {
  return (one, other) => {
    const sign = compare(one, other)
    return sign === undefined ? noOverload('the comparison') : holds(sign)
  }
}

function inRange(value: bigint | undefined): bigint | Fault {
  if (value === undefined) return new Fault('division by zero')
  return BigInt.asIntN(64, value) === value ? value : new Fault('integer overflow')
}

function arithmetic(
  ofInts: (a: bigint, b: bigint) => bigint | undefined,
  ofDoubles?: (a: number, b: number) => number,
): (a: unknown, b: unknown) => unknown {
  return (a, b) => {
    if (typeof a === 'bigint' && typeof b === 'bigint') return inRange(ofInts(a, b))
    if (typeof a === 'number' && typeof b === 'number' && ofDoubles) return ofDoubles(a, b)
    return noOverload('the arithmetic operator')
  }
}

const sum = arithmetic(
  (a, b) => a + b,
  (a, b) => a + b,
)
const difference = arithmetic(
  (a, b) => a - b,
  (a, b) => a - b,
)

function add(one: unknown, other: unknown): unknown {
  if (typeof one === 'string' && typeof other === 'string') return one + other
  if (Array.isArray(one) && Array.isArray(other))
    return incomplete([...one, ...other], [...(restOf(one) ?? []), ...(restOf(other) ?? [])])
  if (one instanceof Timestamp && other instanceof Duration) return moment(one.nanoseconds + other.nanoseconds)
  if (one instanceof Duration && other instanceof Timestamp) return moment(one.nanoseconds + other.nanoseconds)
  if (one instanceof Duration && other instanceof Duration) return span(one.nanoseconds + other.nanoseconds)
  return sum(one, other)
}

function subtract(one: unknown, other: unknown): unknown {
  if (one instanceof Timestamp && other instanceof Timestamp) return span(one.nanoseconds - other.nanoseconds)
  if (one instanceof Timestamp && other instanceof Duration) return moment(one.nanoseconds - other.nanoseconds)
  if (one instanceof Duration && other instanceof Duration) return span(one.nanoseconds - other.nanoseconds)
  return difference(one, other)
}

const second = 1_000_000_000n
const earliest = -62_135_596_800n * second
const latest = 253_402_300_800n * second

/** A moment within CEL's range, the years 1 to 9999. */
export function moment(nanoseconds: bigint): Timestamp | Fault {
  return nanoseconds >= earliest && nanoseconds < latest
    ? new Timestamp(nanoseconds)
    : new Fault('timestamp out of range')
}

/** A duration within CEL's range, 64 bits of nanoseconds. */
export function span(nanoseconds: bigint): Duration | Fault {
  return BigInt.asIntN(64, nanoseconds) === nanoseconds ? new Duration(nanoseconds) : new Fault('duration out of range')
}

function isIn(item: unknown, container: unknown): unknown {
  if (container instanceof Map) return container.has(keyOf(item))
  if (!Array.isArray(container)) return noOverload('in')
  // Text equals nothing but the same text, which the engine finds faster than a loop.
  const isText = typeof item === 'string'
  if (isText && container.includes(item)) return true
  const rest = restOf(container)
  let open = rest && new Unknown(rest)
  for (const element of isText ? [] : container) {
    const isSame = equal(item, element)
    if (isSame === true) return true
    if (isSame instanceof Unknown) open = open ? both(open, isSame) : isSame
  }
  return open ?? false
}

/** The key under which a map holds a value: doubles that are whole numbers find ints. */
export function keyOf(value: unknown): unknown {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value
}

function at(container: unknown, key: unknown): unknown {
  if (container instanceof Map) return container.has(keyOf(key)) ? container.get(keyOf(key)) : new Fault('no such key')
  if (!Array.isArray(container)) return noOverload('[]')
  const rest = restOf(container)
  if (rest) return new Unknown(rest)
  const position = keyOf(key)
  if (typeof position !== 'bigint') return noOverload('[]')
  return position >= 0n && position < container.length ? container[Number(position)] : new Fault('index out of range')
}
