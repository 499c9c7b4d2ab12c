import type { GeneratorValue } from 'fast-check'
import fc from 'fast-check'
import { bool, int, list, type ObjectType, string, type Type, timestamp } from '../../src/expression/type.ts'

const disk: ObjectType = {
  kind: 'object',
  name: 'Disk',
  absentMeansNone: false,
  fields: { label: string, size: int },
}
const server: ObjectType = {
  kind: 'object',
  name: 'Server',
  absentMeansNone: false,
  fields: {
    name: string,
    role: { kind: 'string', words: ['broker', 'host'] },
    sessions: int,
    drained: bool,
    installed: timestamp,
    note: { kind: 'nullable', of: string },
    disks: list(disk),
    tags: list(string),
  },
}

/** The type of the documents that random expressions speak of. */
export const farm: ObjectType = {
  kind: 'object',
  name: 'Farm',
  absentMeansNone: false,
  fields: {
    name: string,
    mode: { kind: 'string', words: ['PerUser', 'PerDevice'] },
    limit: int,
    ready: bool,
    since: timestamp,
    owner: { kind: 'nullable', of: string },
    broker: { kind: 'nullable', of: server },
    hosts: list(server),
    tags: list(string),
    counts: list(int),
  },
}

type Names = Readonly<Record<string, Type>>

/** Writes a well-typed expression of a type over names in reach. `depth` bounds how far operators go down. */
export function anExpression(draw: GeneratorValue, type: Type, names: Names, depth: number): string {
  const inner = (wanted: Type, more: Names = {}) => anExpression(draw, wanted, { ...names, ...more }, depth - 1)
  const found = places(names, type)
  const goesDown = depth > 0 && draw(fc.nat, { max: 3 }) > 0
  if (goesDown) return pick(draw, operators(draw, type, names, inner))()
  return found.length > 0 && draw(fc.nat, { max: 2 }) > 0 ? pick(draw, found) : pick(draw, literals(draw, type))()
}

/** One of some things. */
export function pick<T>(draw: GeneratorValue, from: readonly T[]): T {
  return from[draw(fc.nat, { max: from.length - 1 })] as T
}

/** Names and fields, up to two steps away, that hold a value of the type. */
function places(names: Names, type: Type): readonly string[] {
  const reach = Object.entries(names).flatMap(([name, of]) => [
    [name, of] as const,
    ...fieldsOf(name, of),
    ...fieldsOf(name, of).flatMap(([path, field]) => fieldsOf(path, field)),
  ])
  return reach.flatMap(([path, of]) => (isSame(of, type) ? [path] : []))
}

function fieldsOf(path: string, type: Type): readonly (readonly [path: string, type: Type])[] {
  const object = type.kind === 'nullable' ? type.of : type
  return object.kind === 'object'
    ? Object.entries(object.fields).map(([field, of]) => [`${path}.${field}`, of] as const)
    : []
}

function isSame(one: Type, other: Type): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function literals(draw: GeneratorValue, type: Type): readonly (() => string)[] {
  switch (type.kind) {
    case 'bool':
      return [() => pick(draw, ['true', 'false'])]
    case 'int':
      return [() => String(draw(fc.nat, { max: 3 }))]
    case 'string':
      return [() => `'${pick(draw, type.words ?? texts)}'`]
    case 'timestamp':
      return [() => `timestamp('${pick(draw, days)}')`]
    case 'list':
      return [() => '[]']
    case 'object': {
      const index = () => draw(fc.nat, { max: 2 })
      return [() => (type.name === 'Disk' ? `it.hosts[${index()}].disks[${index()}]` : `it.hosts[${index()}]`)]
    }
    default:
      return []
  }
}

/** Texts and days of documents and expressions: few, so that equal ones meet. */
export const texts = ['RDSH01', 'RDSH02', 'rdsh01', '']
export const days = ['2013-10-18', '2016-10-12']

const comparisons = ['<', '<=', '>', '>=']
const lists = [list(string), list(int), list(server), list(disk)]

type Inner = (type: Type, more?: Names) => string

function operators(draw: GeneratorValue, type: Type, names: Names, inner: Inner): readonly (() => string)[] {
  const variable = `v${Object.keys(names).length}`
  const element = (of: Type) => () => `(${inner(list(of))})[${inner(int)}]`
  const choice = () => `(${inner(bool)} ? ${inner(type)} : ${inner(type)})`
  switch (type.kind) {
    case 'bool':
      return [choice, ...truths(draw, names, inner, variable)]
    case 'int':
      return [
        choice,
        element(int),
        () => `size(${inner(pick(draw, lists))})`,
        () => `(${inner(int)} ${pick(draw, ['+', '-', '*', '/', '%'])} ${inner(int)})`,
      ]
    case 'string':
      return [choice, element(string), () => `(${inner(string)} + ${inner(string)})`, () => `string(${inner(int)})`]
    case 'list': {
      const of = pick(draw, lists) as Type & { kind: 'list' }
      return [
        choice,
        () => `(${inner(type)} + ${inner(type)})`,
        () => `[${inner(type.of)}, ${inner(type.of)}]`,
        () => `(${inner(type)}).filter(${variable}, ${inner(bool, { [variable]: type.of })})`,
        () => `(${inner(of)}).map(${variable}, ${inner(type.of, { [variable]: of.of })})`,
        () =>
          `(${inner(of)}).map(${variable}, ${inner(bool, { [variable]: of.of })}, ${inner(type.of, { [variable]: of.of })})`,
      ]
    }
    case 'object':
      return [choice, element(type)]
    default:
      return [choice]
  }
}

function truths(draw: GeneratorValue, names: Names, inner: Inner, variable: string): readonly (() => string)[] {
  const { of } = pick(draw, lists) as Type & { kind: 'list' }
  const scalar = pick(draw, [int, string, timestamp, bool])
  const same = pick(draw, [scalar, scalar, list(string), list(int), list(list(int)), server])
  const fields = Object.entries(names).flatMap(([name, type]) => fieldsOf(name, type))
  const asked = [...fields, ...fields.flatMap(([path, type]) => fieldsOf(path, type))].map(([path]) => path)
  const nullable = places(names, { kind: 'nullable', of: string })
  const roles = [...places(names, farm.fields.mode as Type), ...places(names, server.fields.role as Type)]
  return [
    () => `(${inner(bool)} ${pick(draw, ['&&', '||'])} ${inner(bool)})`,
    () => `(${inner(bool)} ${pick(draw, ['&&', '||'])} ${inner(bool)})`,
    () => `!(${inner(bool)})`,
    () => `(${inner(same)} ${pick(draw, ['==', '!='])} ${inner(same)})`,
    () => `(${inner(scalar)} ${pick(draw, comparisons)} ${inner(scalar)})`,
    () => `(${inner(scalar)} in ${inner(list(scalar))})`,
    () => `(${inner(list(int))} in ${inner(list(list(int)))})`,
    () => `(${inner(string)}).contains(${inner(string)})`,
    ...['all', 'exists', 'exists_one'].map(
      (macro) => () => `(${inner(list(of))}).${macro}(${variable}, ${inner(bool, { [variable]: of })})`,
    ),
    ...(asked.length > 0 ? [() => `has(${pick(draw, asked)})`] : []),
    ...(nullable.length > 0
      ? [() => `(${pick(draw, nullable)} ${pick(draw, ['==', '!='])} ${pick(draw, ['null', "'RDSH01'"])})`]
      : []),
    ...(roles.length > 0 ? [() => `(${pick(draw, roles)} == ${pick(draw, roles)})`] : []),
  ]
}
