import { readFile } from 'node:fs/promises'

/** A JSON Schema, as far as the inventory's own uses the language. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number
  readonly minLength?: number
  readonly 'x-source'?: readonly string[]
}

/** The schema of an inventory, read anew on each call. */
export async function readInventorySchema(): Promise<Schema> {
  return JSON.parse(await readFile('src/inventory/inventory.schema.json', 'utf8'))
}

/** The schema that `schema` stands for: itself, or the definition that it refers to. */
export function resolve(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const definition = root.$defs?.[schema.$ref.replace('#/$defs/', '')]
  if (definition === undefined)
    throw new Error(`inventory.schema.json refers to ${schema.$ref}, which it does not define`)
  return resolve(definition, root)
}
