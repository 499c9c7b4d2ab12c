import { writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { readInventorySchema } from './inventory-schema.ts'

/** Writes two validators of an inventory: one that stops at the first error, and one that finds all of them. */
export async function inventoryValidators(): Promise<void> {
  await Promise.all([
    writeValidator('generated/validate-inventory.js', false),
    writeValidator('generated/validate-inventory-fully.js', true),
  ])
}

async function writeValidator(path: string, allErrors: boolean): Promise<void> {
  const ajv = new Ajv2020({
    allErrors,
    allowUnionTypes: true,
    code: { esm: true, source: true },
    inlineRefs: false,
    messages: false,
  })
  const contents = standaloneCode.default(ajv, ajv.compile(withoutProse(await readInventorySchema()) as object))
  // Bundled, because ajv's output requires its own helpers as CommonJS.
  await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    banner: { js: '// Generated from src/inventory/inventory.schema.json by `npm run generate`.' },
    outfile: path,
  })
  await writeFile(path.replace(/js$/, 'd.ts'), declaration)
}

// ajv copies the schema into its output; prose there would be loaded at every start.
function withoutProse(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutProse)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).filter(([key, value]) => !(prose.has(key) && !isSchema(value)))
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutProse(value)]))
}

// A property of the inventory may be called `title` too: then a schema follows, never a string or a list.
function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const prose = new Set(['title', 'description', 'x-source'])

const declaration = `// Generated from src/inventory/inventory.schema.json by \`npm run generate\`.
import type { ErrorObject } from 'ajv'

/** Whether a value is an inventory; where not, \`errors\` says why until the next call. */
export declare const validate: ((value: unknown) => boolean) & { readonly errors?: readonly ErrorObject[] | null }
export default validate
`
