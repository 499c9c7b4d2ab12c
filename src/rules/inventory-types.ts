import { bool, double, dyn, int, list, type ObjectType, string, type Type, timestamp } from '../expression/type.ts'
import schema from '../inventory/inventory.schema.json' with { type: 'json' }

/** The types of an inventory's parts, as its schema describes them: the root, and every object by the schema's title. */
export interface InventoryTypes {
  readonly root: ObjectType
  readonly objects: ReadonlyMap<string, ObjectType>
}

interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Sections in which an absent property says that nothing is planned or was noted, not that a fact of the deployment is unknown. */
const ownSections: ReadonlySet<string> = new Set(['migration', 'collection'])

/** Derives the types of expressions from the inventory's schema. */
export function inventoryTypes(): InventoryTypes {
  const objects = new Map<string, ObjectType>()
  const root = typeOf(schema as Schema, 'InventoryFile', false, objects)
  if (root.kind !== 'object') throw new Error('the inventory schema describes no object')
  return { root, objects }
}

function typeOf(part: Schema, name: string, absentMeansNone: boolean, objects: Map<string, ObjectType>): Type {
  if (part.$ref === '#/$defs/date') return timestamp
  if (part.$ref) return typeOf(definition(part.$ref), name, absentMeansNone, objects)
  const kinds = [part.type].flat()
  const type = bareType(
    part,
    name,
    absentMeansNone,
    objects,
    kinds.find((kind) => kind !== 'null'),
  )
  return kinds.includes('null') ? { kind: 'nullable', of: type } : type
}

function bareType(
  part: Schema,
  name: string,
  absentMeansNone: boolean,
  objects: Map<string, ObjectType>,
  kind: unknown,
): Type {
  if (kind === 'array') return list(part.items ? typeOf(part.items, name, absentMeansNone, objects) : dyn)
  if (kind === 'boolean') return bool
  if (kind === 'integer') return int
  if (kind === 'number') return double
  if (kind === 'string') return part.enum ? { kind: 'string', words: part.enum.map(String) } : string
  return kind === 'object' ? objectType(part, part.title ?? name, absentMeansNone, objects) : dyn
}

function objectType(
  part: Schema,
  name: string,
  absentMeansNone: boolean,
  objects: Map<string, ObjectType>,
): ObjectType {
  const known = objects.get(name)
  if (known) return known
  const fields = Object.entries(part.properties ?? {}).map(
    ([field, value]) => [field, typeOf(value, field, absentMeansNone || ownSections.has(field), objects)] as const,
  )
  const object: ObjectType = { kind: 'object', name, fields: Object.fromEntries(fields), absentMeansNone }
  objects.set(name, object)
  return object
}

function definition(ref: string): Schema {
  const found = (schema.$defs as Readonly<Record<string, Schema>>)[ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`the inventory schema has no ${ref}`)
  return found
}
