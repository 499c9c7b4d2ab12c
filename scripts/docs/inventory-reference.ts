import { readInventorySchema, resolve, type Schema } from '../generate/inventory-schema.ts'
import { generatedFrom } from './generated-from.ts'
import { table } from './table.ts'

/** The reference page of inventories: each object with its properties, what they mean and where they come from. */
export async function inventoryReference(): Promise<string> {
  const root = await readInventorySchema()
  const objects = objectsOf(root, root)
  return [
    generatedFrom('src/inventory/inventory.schema.json'),
    '# The inventory, version 1',
    '',
    'A property that is **absent is not known**: nobody looked, or looking failed, and rules that need it are undecided. `null`,',
    '`[]`, `0` and `false` say that it is **known to be none**. Server names compare without case, and a short name stands for',
    'the full one where exactly one fits. Nothing in an inventory is ever opened, resolved or fetched. Only what a property',
    'marked **required** tells is needed, and only where its object is there at all.',
    '',
    'The JSON Schema is printed by `rds-lint schema inventory`, and stands in the package as `rds-lint/schemas/inventory.schema.json`.',
    '',
    ...[...objects].flatMap(([name, schema]) => section(name, schema, root)),
  ].join('\n')
}

/** Every object by its title, in the order in which one comes upon it. */
function objectsOf(reference: Schema, root: Schema, found = new Map<string, Schema>()): ReadonlyMap<string, Schema> {
  const schema = resolve(reference, root)
  if (schema.items) objectsOf(schema.items, root, found)
  if (schema.properties === undefined || found.has(titleOf(schema))) return found
  found.set(titleOf(schema), schema)
  for (const child of Object.values(schema.properties)) objectsOf(child, root, found)
  return found
}

function section(name: string, schema: Schema, root: Schema): readonly string[] {
  const rows = Object.entries(schema.properties ?? {}).map(([property, child]) => {
    const { description, 'x-source': sources = [] } = { ...resolve(child, root), ...child }
    const required = schema.required?.includes(property) ? '**required** ' : ''
    return [
      `\`${property}\``,
      typeOf(child, root),
      required + (description ?? ''),
      sources.map((one) => `\`${one}\``).join(', '),
    ]
  })
  return [`## ${name}`, '', schema.description ?? '', '', table(['property', 'type', 'meaning', 'from'], rows), '']
}

function typeOf(reference: Schema, root: Schema): string {
  const schema = resolve(reference, root)
  if (schema.items) return `list of ${typeOf(schema.items, root)}`
  const types = [schema.type ?? 'anything'].flat()
  const orNull = types.includes('null') ? ' or `null`' : ''
  if (schema.properties) return `[${titleOf(schema)}](#${titleOf(schema).toLowerCase()})${orNull}`
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(', ') + orNull
  if (schema.title === 'Day') return 'date'
  return types.filter((type) => type !== 'null').join(', ') + orNull
}

function titleOf({ title }: Schema): string {
  if (title === undefined) throw new Error('inventory.schema.json has an object without a title')
  return title === 'InventoryFile' ? 'The file' : title
}
