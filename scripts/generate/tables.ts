import { readdir, readFile, writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

/** As much of JSON Schema as `rules/data/schema.json` uses. */
interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly enum?: readonly (string | number)[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

interface Table {
  readonly name: string
  readonly rows: unknown
  readonly schema: Schema
}

const folder = 'rules/data'

/** The tables that commands show with their sources. */
const shown: readonly string[] = [
  'upgradePaths',
  'clusterSteps',
  'migrationSources',
  'roleMigrations',
  'stepOrders',
  'durations',
]

/**
 * Writes the tables of `rules/data` as typed constants: `generated/tables.ts`. Their sources, which would be loaded at every
 * start, stand apart in `generated/sourced-tables.json`, as far as a command shows them. Throws where a file does not follow
 * its schema.
 */
export async function tables(): Promise<void> {
  const root: Schema = JSON.parse(await readFile(`${folder}/schema.json`, 'utf8'))
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  const read = await Promise.all(files.map((file) => readTable(file, root)))
  const lines = [
    '// Generated from rules/data by `npm run generate`.',
    '',
    ...read.flatMap((table) => constant(table, root)),
  ]
  await writeFile('generated/tables.ts', lines.join('\n'))
  const sourced = read.filter(({ name }) => shown.includes(name)).map(({ name, rows }) => [name, rows])
  await writeFile('generated/sourced-tables.json', `${JSON.stringify(Object.fromEntries(sourced))}\n`)
}

async function readTable(file: string, root: Schema): Promise<Table> {
  const name = file.replace(/\.yaml$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const schema = root.properties?.[name]
  if (schema === undefined)
    throw new Error(`${folder}/${file} has no schema; describe "${name}" in ${folder}/schema.json`)
  const rows: unknown = parse(await readFile(`${folder}/${file}`, 'utf8'))
  const ajv = new Ajv2020()
  if (!ajv.validate({ ...root, required: [name] }, { [name]: rows })) {
    throw new Error(`${folder}/${file} does not follow its schema: ${ajv.errorsText(ajv.errors, { dataVar: '' })}`)
  }
  return { name, rows, schema }
}

function constant({ name, rows, schema }: Table, root: Schema): readonly string[] {
  const values = JSON.stringify(rows, (key, value: unknown) => (key === 'sources' ? undefined : value), 1)
  return [
    `/** The table \`${folder}/${kebab(name)}.yaml\`. */`,
    `export const ${name}: ${typeOf(schema, root)} = ${values}`,
    '',
  ]
}

function typeOf(schema: Schema, root: Schema): string {
  if (schema.$ref !== undefined) return typeOf(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.items !== undefined) return `readonly (${typeOf(schema.items, root)})[]`
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).filter(([name]) => name !== 'sources')
    const optional = (name: string) => (schema.required?.includes(name) ? '' : '?')
    return `{ ${members.map(([name, member]) => `readonly ${name}${optional(name)}: ${typeOf(member, root)}`).join('; ')} }`
  }
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown')
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
