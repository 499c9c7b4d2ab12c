import { tests } from '@bufbuild/cel-spec/testdata/conformance.js'
import { Duration, Timestamp, timestampOf } from '../../src/model/instant.ts'

/** One conformance vector of the CEL project, as its JSON has it. */
export interface Vector {
  readonly name: string
  readonly expr: string
  readonly value?: ProtoValue
  readonly typedResult?: { readonly result?: ProtoValue; readonly deducedType?: unknown }
  readonly evalError?: unknown
  readonly disableCheck?: boolean
  readonly checkOnly?: boolean
  readonly container?: string
  readonly typeEnv?: readonly { readonly name: string; readonly ident?: { readonly type: unknown } }[]
  readonly bindings?: Readonly<Record<string, { readonly value: ProtoValue }>>
}

/** A value in the JSON form of `cel.expr.Value`: one property, which names the type. */
type ProtoValue = Readonly<Record<string, unknown>>

/** A section of the vectors, such as `comparisons`, with its parts, such as `lt_literal`. */
interface Section {
  readonly name: string
  readonly vectors: readonly { readonly part: string; readonly vector: Vector }[]
}

interface Suite {
  readonly name: string
  readonly suites?: readonly Suite[]
  readonly tests?: readonly { readonly original: { readonly name?: string; readonly expr: string } }[]
}

/** All conformance vectors, by section. */
export const sections: readonly Section[] = (tests.suites ?? []).map(({ name, suites = [] }: Suite) => ({
  name,
  vectors: suites.flatMap(({ name: part, tests = [] }) =>
    tests.map(({ original }) => ({ part, vector: original as Vector })),
  ),
}))

/** A value as expressions hold it; undefined where it, or a part of it, is of a type that is not supported. */
export function heldBy(proto: ProtoValue): unknown {
  const [[kind, value] = []] = Object.entries(proto)
  switch (kind) {
    case 'int64Value':
      return BigInt(String(value))
    case 'doubleValue':
      return Number(value)
    case 'nullValue':
      return null
    case 'boolValue':
    case 'stringValue':
      return value
    case 'listValue':
      return whole(((value as { values?: readonly ProtoValue[] }).values ?? []).map(heldBy))
    case 'mapValue': {
      const { entries = [] } = value as { entries?: readonly { key: ProtoValue; value: ProtoValue }[] }
      const pairs = entries.map((entry) => [heldBy(entry.key), heldBy(entry.value)] as const)
      return whole(pairs.flat()) && new Map(pairs)
    }
    case 'objectValue':
      return momentOf(value as { '@type': string; value?: unknown })
    default:
      return undefined
  }
}

function whole(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values
}

function momentOf({ '@type': type, value }: { readonly '@type': string; readonly value?: unknown }): unknown {
  if (type.endsWith('google.protobuf.Timestamp')) return timestampOf(String(value))
  const [, sign, seconds = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?s$/.exec(String(value)) ?? []
  if (!type.endsWith('google.protobuf.Duration') || seconds === '') return undefined
  const nanoseconds = BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'))
  return new Duration(sign ? -nanoseconds : nanoseconds)
}

/** A value as text that tells types apart, maps in the order of their keys. */
export function written(value: unknown): string {
  if (typeof value === 'bigint') return `${value}`
  if (typeof value === 'number') return `${Object.is(value, -0) ? '-0' : value} as double`
  if (value instanceof Map)
    return `{${[...value]
      .map(([key, held]) => `${written(key)}: ${written(held)}`)
      .sort()
      .join(', ')}}`
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (value instanceof Timestamp) return `timestamp ${value.nanoseconds}`
  return value instanceof Duration ? `duration ${value.nanoseconds}` : JSON.stringify(value)
}
