import { writeFile } from 'node:fs/promises'
import type { GeneratedShape } from '../../src/inventory/shape.ts'
import { readInventorySchema, resolve, type Schema } from './inventory-schema.ts'

/** Writes the shape of an inventory, without prose: `generated/inventory-shape.ts`. */
export async function inventoryShape(): Promise<void> {
  const root = await readInventorySchema()
  const lines = [
    '// Generated from src/inventory/inventory.schema.json by `npm run generate`.',
    "import type { GeneratedShape } from '../src/inventory/shape.ts'",
    '',
    '/** What the schema allows, as far as `walk` has to know it. */',
    `export const inventoryShape: GeneratedShape = JSON.parse(${JSON.stringify(JSON.stringify(shapeOf(root, root)))})`,
    '',
  ]
  await writeFile('generated/inventory-shape.ts', lines.join('\n'))
}

function shapeOf(reference: Schema, root: Schema): GeneratedShape {
  const schema = resolve(reference, root)
  const types = [schema.type].flat()
  return {
    ...bareShape(
      schema,
      root,
      types.find((type) => type !== 'null'),
    ),
    ...(types.includes('null') ? { nullable: true } : {}),
  }
}

function bareShape(schema: Schema, root: Schema, type: string | undefined): GeneratedShape {
  if (schema.title === 'Day') return { kind: 'date' }
  switch (type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([name, child]) => [name, shapeOf(child, root)])
      return { kind: 'object', required: schema.required ?? [], properties: Object.fromEntries(properties) }
    }
    case 'array':
      return { kind: 'list', element: shapeOf(schema.items ?? {}, root) }
    case 'boolean':
      return { kind: 'truth' }
    case 'string':
      return { kind: 'text', ...(schema.minLength ? { filled: true } : {}), ...allowed(schema) }
    case 'integer':
      return { kind: 'number', ...allowed(schema) }
    default:
      throw new Error(
        `inventory.schema.json has a part that src/inventory/shape.ts does not know: ${JSON.stringify(schema)}`,
      )
  }
}

function allowed({ enum: words, const: only }: Schema): { readonly allowed?: readonly (string | number)[] } {
  const values = words ?? (only === undefined ? undefined : [only])
  return values ? { allowed: values } : {}
}
