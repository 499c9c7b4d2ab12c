import { readInventorySchema, resolve, type Schema } from './inventory-schema.ts'
import { writeValidator } from './validator.ts'

const from = 'src/inventory/inventory.schema.json'

/** Writes two validators of an inventory: one that stops at the first error, and one that finds all of them. */
export async function inventoryValidators(): Promise<void> {
  const schema = await readInventorySchema()
  await Promise.all([
    writeValidator(schema, from, 'generated/validate-inventory.js', false),
    writeValidator(withoutReferences(schema, schema), from, 'generated/validate-inventory-fully.js', true),
  ])
}

// ajv makes a function of each reference and copies all errors so far at each call: quadratic where a file is wrong throughout.
function withoutReferences(reference: Schema, root: Schema): Schema {
  const { $defs: _, properties, items, ...rest } = resolve(reference, root)
  const inlined = Object.entries(properties ?? {}).map(([name, child]) => [name, withoutReferences(child, root)])
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(inlined) }),
    ...(items && { items: withoutReferences(items, root) }),
  }
}
