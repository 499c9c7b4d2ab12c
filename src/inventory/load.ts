import type { Diagnostic } from '../model/diagnostic.ts'
import type { Locate } from '../model/region.ts'
import { decode } from '../source/decode.ts'
import { duplicateKeys, parseJson } from '../source/json.ts'
import { locate } from '../source/locate.ts'
import { ambiguousNames } from './ambiguous-names.ts'
import { byPlace, diagnose } from './diagnose.ts'
import type { Inventory } from './inventory.ts'
import { markIncomplete } from './mark-incomplete.ts'
import { schemaProblems } from './schema-problems.ts'
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

// In a large file that is wrong throughout, a million errors would cost more memory than the file.
const largeText = 5_000_000

/** Reads an inventory. Never throws: a bad file is an ordinary thing for a linter to meet. */
export function loadInventory(bytes: Uint8Array): LoadedInventory {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { text: '', locate: locate(''), diagnostics: [decoded.problem] }
  const { text } = decoded
  const parsed = parseJson(text)
  if ('diagnostics' in parsed) return { text, locate: locate(text), diagnostics: parsed.diagnostics }
  const wrong = schemaProblems(parsed.value, text.length > largeText)
  const { keys, problems } = walk(parsed.value)
  const doubled = keys === parsed.keys ? [] : duplicateKeys(text)
  const judged = new Set(wrong.map(({ pointer }) => pointer))
  const found = [...wrong, ...problems.filter(({ pointer }) => !judged.has(pointer))]
  if (doubled.length > 0 || found.some(({ severity }) => severity === 'error')) {
    return { text, locate: locate(text), diagnostics: byPlace([...doubled, ...diagnose(text, found)]) }
  }
  // The schema has just said that it is one.
  const inventory = parsed.value as Inventory
  const warnings = [...found, ...markIncomplete(inventory), ...ambiguousNames(inventory)]
  return { inventory, text, locate: locate(text), diagnostics: byPlace(diagnose(text, warnings)) }
}
