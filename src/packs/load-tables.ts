import type { Diagnostic } from '../model/diagnostic.ts'
import type { DataTables } from '../rules/data-tables.ts'
import { parseYaml } from '../source/yaml.ts'
import type { PackFiles, PackProblem } from './pack.ts'
import { isName } from './read-manifest.ts'
import { readText } from './read-text.ts'

/** The tables of a pack by the names that conditions call them, and what is wrong with their files. */
interface LoadedTables {
  readonly tables: DataTables
  readonly problems: readonly PackProblem[]
}

/** Reads the tables of a pack: `data/host-prefixes.yaml` is `data.hostPrefixes`. */
export function loadTables(files: PackFiles): LoadedTables {
  const listed = files.list('data')
  if ('reason' in listed) return { tables: new Map(), problems: [{ path: 'data', diagnostic: wrong(listed.reason) }] }
  const names = listed
    .map(({ name }) => name)
    .filter((name) => !/^\.|\.md$/i.test(name))
    .sort()
  const read = names.map((name) => readTable(files, name))
  return {
    tables: new Map(read.flatMap((one) => ('name' in one ? [[one.name, one.value] as const] : []))),
    problems: read.flatMap((one) => ('name' in one ? [] : one)),
  }
}

/** A table stands in each condition that names it, and is gone through for each part. */
const largest = 10_000

function readTable(
  files: PackFiles,
  file: string,
): { readonly name: string; readonly value: unknown } | readonly PackProblem[] {
  const path = `data/${file}`
  const stem = file.replace(/\.yaml$/, '')
  if (stem === file || !isName(stem)) return [{ path, diagnostic: wrong(noTable) }]
  const text = readText(files, path)
  const { value, diagnostics } = 'text' in text ? parseYaml(text.text) : { value: undefined, ...text }
  if (diagnostics.length > 0) return diagnostics.map((diagnostic) => ({ path, diagnostic }))
  const size = sizeOf(value)
  if (size > largest) {
    const message = `the table holds ${size} values, and ${largest} are the most that conditions can go through; take it apart`
    return [{ path, diagnostic: wrong(message) }]
  }
  return { name: stem.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value }
}

const noTable =
  'a table is a file with a name of lower-case words with hyphens and .yaml, such as host-prefixes.yaml; rename it, or remove it'

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, one) => sum + sizeOf(one), 1)
}

function wrong(message: string): Diagnostic {
  return { code: 'unreadable', severity: 'error', message }
}
