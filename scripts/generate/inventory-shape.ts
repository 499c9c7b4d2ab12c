import { writeFile } from 'node:fs/promises'
import { readInventorySchema, resolve, type Schema } from './inventory-schema.ts'

type Shape = string | readonly [Shape] | { readonly [name: string]: Shape }

/** Writes the bare shape of an inventory, without prose: `generated/inventory-shape.ts`. */
export async function inventoryShape(): Promise<void> {
  const root = await readInventorySchema()
  const lines = [
    '// Generated from src/inventory/inventory.schema.json by `npm run generate`.',
    '',
    '/** Objects by their property names, lists by the shape of an element, and words for the rest. */',
    `export const inventoryShape = ${JSON.stringify(shapeOf(root, root), null, 1)} as const`,
    '',
  ]
  await writeFile('generated/inventory-shape.ts', lines.join('\n'))
}

function shapeOf(reference: Schema, root: Schema): Shape {
  const schema = resolve(reference, root)
  if (schema.properties !== undefined) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, shapeOf(child, root)]))
  }
  if (schema.items !== undefined) return [shapeOf(schema.items, root)]
  if (schema.title === 'Day') return 'date'
  return schema.type === 'integer' || schema.type === 'number' ? 'number' : 'other'
}
