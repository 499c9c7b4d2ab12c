/** The static type of an expression. `either` is a part that may be one of several objects; `nullable` may be null. */
export type Type =
  | { readonly kind: Simple }
  | { readonly kind: 'string'; readonly words?: readonly string[] }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | ObjectType
  | { readonly kind: 'nullable'; readonly of: Type }
  | { readonly kind: 'either'; readonly of: readonly Type[] }

/** An object of the inventory: fields by name. */
export interface ObjectType {
  readonly kind: 'object'
  readonly name: string
  readonly fields: Readonly<Record<string, Type>>
  /** True in the planner's own section, where an absent field says that nothing is planned; elsewhere absent is unknown. */
  readonly absentMeansNone: boolean
}

type Simple = 'bool' | 'int' | 'double' | 'null' | 'timestamp' | 'duration' | 'dyn'

export const bool: Type = { kind: 'bool' }
export const int: Type = { kind: 'int' }
export const double: Type = { kind: 'double' }
export const string: Type = { kind: 'string' }
export const nullType: Type = { kind: 'null' }
export const timestamp: Type = { kind: 'timestamp' }
export const duration: Type = { kind: 'duration' }
export const dyn: Type = { kind: 'dyn' }

export function list(of: Type): Type {
  return { kind: 'list', of }
}

/** A type as a rule's author reads it: `list(Server)`, `string?`. */
export function show(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list(${show(type.of)})`
    case 'map':
      return `map(${show(type.key)}, ${show(type.value)})`
    case 'object':
      return type.name
    case 'nullable':
      return `${show(type.of)}?`
    case 'either':
      return type.of.map(show).join('|')
    default:
      return type.kind
  }
}

/** Whether a value of type `given` may stand where `wanted` is asked for. Null goes where the type is nullable only. */
export function fits(given: Type, wanted: Type): boolean {
  if (given.kind === 'dyn' || wanted.kind === 'dyn') return true
  if (wanted.kind === 'nullable') return given.kind === 'null' || fits(bare(given), wanted.of)
  if (given.kind === 'either') return given.of.every((type) => fits(type, wanted))
  if (wanted.kind === 'either') return wanted.of.some((type) => fits(given, type))
  if (given.kind === 'list' && wanted.kind === 'list') return fits(given.of, wanted.of)
  if (given.kind === 'map' && wanted.kind === 'map')
    return fits(given.key, wanted.key) && fits(given.value, wanted.value)
  if (given.kind === 'object' && wanted.kind === 'object') return given.name === wanted.name
  return given.kind === wanted.kind
}

/** The type without its null. */
export function bare(type: Type): Type {
  return type.kind === 'nullable' ? type.of : type
}

/** The type of a value that is one of two: of list elements, of the branches of a conditional. */
export function join(one: Type, other: Type): Type {
  if (one.kind === 'null' && other.kind !== 'null') return { kind: 'nullable', of: bare(other) }
  if (other.kind === 'null' && one.kind !== 'null') return { kind: 'nullable', of: bare(one) }
  if (one.kind === 'nullable' || other.kind === 'nullable')
    return { kind: 'nullable', of: join(bare(one), bare(other)) }
  if (one.kind === 'list' && other.kind === 'list') return list(joinElements(one.of, other.of))
  if (one.kind === 'dyn' || other.kind === 'dyn') return dyn
  if (fits(one, other)) return other.kind === 'string' ? string : other
  return fits(other, one) ? one : dyn
}

/** Of the empty list nothing is known, so that the other list decides. */
function joinElements(one: Type, other: Type): Type {
  if (one.kind === 'dyn') return other
  return other.kind === 'dyn' ? one : join(one, other)
}

/** Reads the notation of derived facts: `bool`, `list(string)`, `string|Server`, `Server?`; undefined where it names no type. */
export function readType(text: string, objects: ReadonlyMap<string, ObjectType>): Type | undefined {
  const alternatives = text.split(/\|(?![^(]*\))/).map((part) => readOne(part.trim(), objects))
  if (alternatives.some((type) => type === undefined)) return undefined
  return alternatives.length === 1
    ? alternatives[0]
    : { kind: 'either', of: alternatives.filter((type) => type !== undefined) }
}

const simple: ReadonlyMap<string, Type> = new Map(
  [bool, int, double, string, timestamp, duration, dyn].map((type) => [type.kind, type]),
)

function readOne(text: string, objects: ReadonlyMap<string, ObjectType>): Type | undefined {
  const [, element] = /^list\((.*)\)$/.exec(text) ?? []
  const of = element === undefined ? undefined : readType(element, objects)
  if (element !== undefined) return of && list(of)
  if (!text.endsWith('?')) return simple.get(text) ?? objects.get(text)
  const inner = readOne(text.slice(0, -1), objects)
  return inner && { kind: 'nullable', of: inner }
}
