import { writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

/** Writes a module that validates values against a schema: up to the first error, or all of them. */
export async function writeValidator(schema: unknown, from: string, path: string, allErrors: boolean): Promise<void> {
  const ajv = new Ajv2020({
    allErrors,
    allowUnionTypes: true,
    strictRequired: false,
    code: { esm: true, source: true },
    inlineRefs: false,
    messages: false,
  })
  const contents = standaloneCode.default(ajv, ajv.compile(withoutProse(schema) as object))
  // Bundled, because ajv's output requires its own helpers as CommonJS.
  await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    banner: { js: `// Generated from ${from} by \`npm run generate\`.` },
    outfile: path,
  })
  await writeFile(path.replace(/js$/, 'd.ts'), declaration(from))
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

function declaration(from: string): string {
  return `// Generated from ${from} by \`npm run generate\`.
import type { ErrorObject } from 'ajv'

/** Whether a value is what the schema describes; where not, \`errors\` says why until the next call. */
export declare const validate: ((value: unknown) => boolean) & { readonly errors?: readonly ErrorObject[] | null }
export default validate
`
}
