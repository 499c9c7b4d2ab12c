import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts'
import type { Locate } from '../model/region.ts'
import { decode } from '../source/decode.ts'
import { duplicateKeys, parseJson, parseUnseen } from '../source/json.ts'
import { locate, survey } from '../source/locate.ts'
import { ambiguousNames } from './ambiguous-names.ts'
import { byPlace, diagnose } from './diagnose.ts'
import type { Inventory } from './inventory.ts'
import { markIncomplete } from './mark-incomplete.ts'
import { schemaProblems } from './schema-problems.ts'
import { unmatchedNames } from './unmatched-names.ts'
import { walk } from './walk.ts'

/** An inventory file as far as it could be read. */
export interface LoadedInventory {
  /** Absent where one of the diagnostics is an error. */
  readonly inventory?: Inventory
  /** The decoded file; empty where it could not be decoded. */
  readonly text: string
  readonly locate: Locate
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[]
}

/** An inventory file before its text was scanned for keys that stand twice. */
export interface ReadInventory extends LoadedInventory {
  /** Keys of all objects of the inventory: the text holds more of them where one stands twice. */
  readonly keys: number
}

// In a large file that is wrong throughout, a million errors would cost more memory than the file.
const largeText = 5_000_000

/** Reads an inventory. Never throws: a bad file is an ordinary thing for a linter to meet. */
export function loadInventory(bytes: Uint8Array): LoadedInventory {
  const read = readInventory(bytes)
  return read.inventory ? (refused(read, survey(read.text, []).keys) ?? read) : read
}

/**
 * Reads an inventory without a scan of its text where nothing else is wrong, for those who scan it anyway: they must count
 * its keys on the way and ask `refused`.
 */
export function readInventory(bytes: Uint8Array): ReadInventory {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { text: '', keys: 0, locate: locate(''), diagnostics: [decoded.problem] }
  const { text } = decoded
  const parsed = parseUnseen(text)
  if ('diagnostics' in parsed) return { text, keys: 0, locate: locate(text), diagnostics: parsed.diagnostics }
  const { keys, problems, fits } = walk(parsed.value)
  const found = Number.isNaN(keys) ? [] : fits ? problems : problemsIn(parsed.value, problems, text)
  if (Number.isNaN(keys) || found.some(({ severity }) => severity === 'error')) {
    return { text, keys, locate: locate(text), diagnostics: errorsIn(text, keys, found) }
  }
  // The walk has just said that it is one.
  const inventory = parsed.value as Inventory
  const warnings = [...found, ...markIncomplete(inventory), ...ambiguousNames(inventory), ...unmatchedNames(inventory)]
  return { inventory, text, keys, locate: locate(text), diagnostics: byPlace(diagnose(text, warnings)) }
}

/** The file without its inventory where its text holds another number of keys: some stand twice. */
export function refused({ text, keys, locate, diagnostics }: ReadInventory, keysInText: number) {
  if (keysInText === keys) return undefined
  // What was said of names and lists may come from the wrong one of two values.
  const certain = diagnostics.filter(({ code }) => !doubtful.has(code))
  return { text, locate, diagnostics: byPlace([...duplicateKeys(text), ...certain]) }
}

const doubtful: ReadonlySet<DiagnosticCode> = new Set(['ambiguous-name', 'unmatched-name', 'incomplete-pointer'])

type Problems = ReturnType<typeof walk>['problems']

function problemsIn(value: unknown, problems: Problems, text: string): Problems {
  const wrong = schemaProblems(value, text.length > largeText)
  const judged = new Set(wrong.map(({ pointer }) => pointer))
  return [...wrong, ...problems.filter(({ pointer }) => !judged.has(pointer))]
}

function errorsIn(text: string, keys: number, found: Problems): readonly Diagnostic[] {
  const parsed = parseJson(text)
  if ('diagnostics' in parsed) return parsed.diagnostics
  return byPlace([...(keys === parsed.keys ? [] : duplicateKeys(text)), ...diagnose(text, found)])
}
