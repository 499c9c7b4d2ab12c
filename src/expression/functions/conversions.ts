import { Duration, Timestamp, timestampOf } from '../../model/instant.ts'
import { bool, double, duration, dyn, int, string, type Type, timestamp } from '../type.ts'
import { Fault } from '../value.ts'
import type { Builtins } from './builtin.ts'
import { moment, noOverload, span } from './operators.ts'

const from = (gives: Type, ...types: readonly Type[]) => types.map((type) => ({ takes: [type], gives }))

/** Conversions between types. */
export const conversions: Builtins = {
  dyn: { overloads: from(dyn, dyn), run: (value) => value },
  bool: { overloads: from(bool, bool, string), run: toBool },
  int: { overloads: from(int, int, double, string, timestamp), run: toInt },
  double: { overloads: from(double, double, int, string), run: toDouble },
  string: { overloads: from(string, string, bool, int, double, timestamp, duration), run: toText },
  timestamp: { overloads: from(timestamp, timestamp, string, int), run: toTimestamp },
  duration: { overloads: from(duration, duration, string), run: toDuration },
}

const truths: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...[true, '1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, true] as const),
  ...[false, '0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, false] as const),
])

function toBool(value: unknown): unknown {
  return truths.get(value) ?? new Fault('no bool can be read from this')
}

function toInt(value: unknown): unknown {
  if (typeof value === 'bigint') return value
  if (value instanceof Timestamp) return floorDivide(value.nanoseconds, second)
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return within(BigInt(value))
  if (typeof value === 'number' && Math.abs(value) < 2 ** 63) return within(BigInt(Math.trunc(value)))
  return new Fault('no int can be read from this')
}

function toDouble(value: unknown): unknown {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return noOverload('double')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)
    ? Number(value)
    : (specials.get(value) ?? new Fault('no double can be read from this'))
}

function toText(value: unknown): unknown {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number') return String(value)
  if (value instanceof Timestamp) return isoOf(value)
  if (value instanceof Duration) return `${decimal(value.nanoseconds)}s`
  return noOverload('string')
}

function toTimestamp(value: unknown): unknown {
  if (value instanceof Timestamp) return value
  if (typeof value === 'bigint') return moment(value * second)
  const read = typeof value === 'string' ? timestampOf(value) : undefined
  return read ? moment(read.nanoseconds) : new Fault('no timestamp can be read from this')
}

function toDuration(value: unknown): unknown {
  if (value instanceof Duration) return value
  const parts = typeof value === 'string' ? /^([+-]?)((?:\d+(?:\.\d*)?(?:h|m|s|ms|us|ns))+|0)$/.exec(value) : null
  if (!parts) return new Fault('no duration can be read from this')
  let total = 0n
  for (const [, whole, fraction = '', unit] of parts[2]?.matchAll(/(\d+)(?:\.(\d*))?(h|ms|m|s|us|ns)/g) ?? []) {
    const length = units.get(unit ?? '') ?? 0n
    total +=
      BigInt(whole ?? 0) * length + (fraction ? (BigInt(fraction) * length) / 10n ** BigInt(fraction.length) : 0n)
  }
  return span(parts[1] === '-' ? -total : total)
}

const second = 1_000_000_000n
const units = new Map([
  ['h', 3600n * second],
  ['m', 60n * second],
  ['s', second],
  ['ms', 1_000_000n],
  ['us', 1000n],
  ['ns', 1n],
])
const specials = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['+Infinity', Infinity],
  ['-Infinity', -Infinity],
])

function within(value: bigint): bigint | Fault {
  return BigInt.asIntN(64, value) === value ? value : new Fault('integer out of range')
}

function floorDivide(value: bigint, by: bigint): bigint {
  return value / by - (value % by < 0n ? 1n : 0n)
}

function isoOf(value: Timestamp): string {
  const seconds = floorDivide(value.nanoseconds, second)
  const fraction = value.nanoseconds - seconds * second
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19)
  return `${text}${fraction === 0n ? '' : `.${fraction.toString().padStart(9, '0').replace(/0+$/, '')}`}Z`
}

function decimal(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  const fraction = (size % second).toString().padStart(9, '0').replace(/0+$/, '')
  return `${nanoseconds < 0n ? '-' : ''}${size / second}${fraction ? `.${fraction}` : ''}`
}
