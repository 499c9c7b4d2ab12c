import { Duration, Timestamp, timestampOf } from '../model/instant.ts'
import { Unknown } from '../model/unknown.ts'
import type { Expression } from './plan.ts'
import type { Tree } from './tree.ts'
import { Fault, isStuck } from './value.ts'

type Field = Tree & { op: 'select' | 'has' }

/** Compiles a field: an absent one is unknown. */
export function select({ field, reads }: Field, of: Expression): Expression {
  const valueIn = reader(field)
  return (scope) => {
    const holder = of(scope)
    if (isStuck(holder)) return holder
    if (holder instanceof Map) return holder.has(field) ? holder.get(field) : new Fault(`no such key: ${field}`)
    if (!isRecord(holder)) return new Fault(`${holder === null ? 'null' : 'this value'} has no field ${field}`)
    const value = valueIn(holder)
    if (value === undefined) return new Unknown([{ holder, key: field }])
    return reads === undefined ? value : read(value, reads)
  }
}

/** Compiles `has()`: true where the field is there; where it is not, false in the planner's section and unknown elsewhere. */
export function has({ field, planned }: Field, of: Expression): Expression {
  const valueIn = reader(field)
  return (scope) => {
    const holder = of(scope)
    if (isStuck(holder)) return holder
    if (holder instanceof Map) return holder.has(field)
    if (!isRecord(holder)) return new Fault(`${holder === null ? 'null' : 'this value'} has no field ${field}`)
    return valueIn(holder) !== undefined || (planned ? false : new Unknown([{ holder, key: field }]))
  }
}

/** Reads a field; what every object inherits, such as `constructor`, is none. */
function reader(field: string): (holder: Readonly<Record<string, unknown>>) => unknown {
  return field in {}
    ? (holder) => (Object.hasOwn(holder, field) ? holder[field] : undefined)
    : (holder) => holder[field]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Timestamp) && !(value instanceof Duration)
}

/** The inventory writes ints as JSON numbers and moments as text. */
function read(value: unknown, as: 'int' | 'timestamp'): unknown {
  if (as === 'int' && typeof value === 'number' && Number.isInteger(value)) return BigInt(value)
  return as === 'timestamp' && typeof value === 'string'
    ? (timestampOf(value) ?? new Fault(`${value} is no date`))
    : value
}
