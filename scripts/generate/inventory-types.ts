import { writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'
import { readInventorySchema } from './inventory-schema.ts'

/** Writes the TypeScript types of an inventory: `generated/inventory-types.ts`. */
export async function inventoryTypes(): Promise<void> {
  const schema = await readInventorySchema()
  const types = await compile(withBareReferences(schema) as object, 'InventoryFile', {
    additionalProperties: false,
    bannerComment: '// Generated from src/inventory/inventory.schema.json by `npm run generate`.',
    format: false,
    unreachableDefinitions: false,
  })
  await writeFile('generated/inventory-types.ts', types)
}

// A reference with a description beside it would become a type of its own: ServerName1, ServerName2, …
function withBareReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withBareReferences)
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema) return { $ref: schema.$ref }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withBareReferences(value)]))
}
