import { writeFile } from 'node:fs/promises'
import { readInventorySchema, resolve, type Schema } from './inventory-schema.ts'

/** Writes which collector sources supply each part of an inventory: `generated/inventory-sources.ts`. */
export async function inventorySources(): Promise<void> {
  const schema = await readInventorySchema()
  const sources: Record<string, readonly string[]> = {}
  collect(schema, '')
  const lines = [
    '// Generated from src/inventory/inventory.schema.json by `npm run generate`.',
    '',
    '/** The cmdlets and classes that supply the part of an inventory at a pointer, with * for each list entry. */',
    `export const inventorySources: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(sources, null, 2)}`,
    '',
  ]
  await writeFile('generated/inventory-sources.ts', lines.join('\n'))

  function collect(part: Schema, pointer: string): void {
    const target = resolve(part, schema)
    const named = part['x-source'] ?? target['x-source']
    if (named) sources[pointer] = named
    const { items, properties } = target
    if (items) collect(items, `${pointer}/*`)
    for (const [key, property] of Object.entries(properties ?? {})) collect(property, `${pointer}/${key}`)
  }
}
