import type { Diagnostic } from '../model/diagnostic.ts'
import type { DataTables } from '../rules/data-tables.ts'
import { loadRule } from '../rules/load-rule.ts'
import type { RuleFile } from '../rules/rule.ts'
import { loadTables } from './load-tables.ts'
import { type Manifest, manifestName, type PackFiles, type PackProblem, type PackRule } from './pack.ts'
import { readManifest } from './read-manifest.ts'
import { readText } from './read-text.ts'
import { type RulePlace, rulePlaces } from './rule-places.ts'

/** A pack as far as it could be read. */
export interface LoadedPack {
  readonly manifest?: Manifest
  /** In the order of the migration, then by id. */
  readonly rules: readonly PackRule[]
  /** What is wrong with its files, by their paths inside the pack; where there is anything, the pack is not to be used. */
  readonly problems: readonly PackProblem[]
}

/** Reads a pack for a version of rds-lint: what it says of itself, its tables, and its rules with the checks that built-in rules pass. Never throws. */
export function loadPack(folder: PackFiles, version: string): LoadedPack {
  const files = limited(folder)
  const text = readText(files, manifestName)
  const { manifest, diagnostics } =
    'text' in text ? readManifest(text.text, version) : { manifest: undefined, diagnostics: text.diagnostics }
  if (!manifest) return { rules: [], problems: placed(manifestName, diagnostics) }
  const tables = loadTables(files)
  const found = rulePlaces(files)
  const loaded = found.places.map((file) => load(files, file, manifest.name, tables.tables))
  const rules = loaded.flatMap(({ rule }) => rule ?? [])
  const problems = [...tables.problems, ...found.problems, ...loaded.flatMap((one) => one.problems)]
  const empty =
    found.places.length === 0 && problems.length === 0
      ? [{ path: '', diagnostic: { code: 'empty', severity: 'error', message: noRules } } as const]
      : []
  return { manifest, rules, problems: [...problems, ...empty] }
}

const noRules = 'the pack has no rules; write one with rds-lint new rule ID --category CATEGORY'
const mostBytes = 10_000_000

/** Many files, each of which is small enough, take as long as a large one. */
function limited(files: PackFiles): PackFiles {
  let left = mostBytes
  return {
    ...files,
    read: (path) => {
      const content = files.read(path)
      if ('reason' in content) return content
      left -= content.bytes.length
      return left >= 0 ? content : { reason: 'the files of the pack are larger than 10 MB together; take it apart' }
    },
  }
}

function load(
  files: PackFiles,
  { path, name, category }: RulePlace,
  pack: string,
  tables: DataTables,
): { readonly rule?: PackRule; readonly problems: readonly PackProblem[] } {
  const text = readText(files, path)
  if ('diagnostics' in text) return { problems: placed(path, text.diagnostics) }
  const { rule, file, placeOf, diagnostics } = loadRule(text.text, `${pack}/${name}`, category, tables)
  if (!rule || !file || !placeOf) return { problems: placed(path, diagnostics) }
  const long = longTexts(file).map(([pointer, length]): Diagnostic => {
    const region = placeOf(pointer, 0, 0)
    const message = `the text is ${length} characters long, and ${mostCharacters} are the most; shorten it`
    return { code: 'too-large', severity: 'error', message, ...(region ? { region } : {}) }
  })
  return long.length > 0 ? { problems: placed(path, long) } : { rule: { path, rule, file, placeOf }, problems: [] }
}

/** Each finding repeats these. */
const mostCharacters = 4000

function longTexts({ title, message, why, remediation }: RuleFile): readonly (readonly [string, number])[] {
  const { text, commands = [], verify = [] } = remediation
  const texts: Readonly<Record<string, string>> = {
    '/title': title,
    '/message': message,
    '/why': why,
    '/remediation/text': text,
    '/remediation/commands': commands.join('\n'),
    '/remediation/verify': verify.join('\n'),
  }
  return Object.entries(texts).flatMap(([pointer, { length }]) => (length > mostCharacters ? [[pointer, length]] : []))
}

function placed(path: string, diagnostics: readonly Diagnostic[]): readonly PackProblem[] {
  return diagnostics.map((diagnostic) => ({ path, diagnostic }))
}
