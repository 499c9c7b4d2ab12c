import type { Diagnostic } from '../model/diagnostic.ts'
import { show } from '../model/show.ts'
import { cap } from './cap.ts'
import { findDuplicateKeys } from './duplicate-keys.ts'
import { syntaxProblem } from './json-syntax.ts'
import { outline } from './outline.ts'
import { regionOf, regionsOf } from './regions.ts'
import { deepest, tooDeep } from './too-deep.ts'

/** A JSON value with the number of keys that its text holds, or why there is none. */
export type ParsedJson =
  | { readonly value: unknown; readonly keys: number }
  | { readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] }

/**
 * Parses JSON. Of a key that stands twice the last value wins silently: where `keys` differs from `countKeys(value)`,
 * `duplicateKeys(text)` says what is doubled.
 */
export function parseJson(text: string): ParsedJson {
  const { keys, tooDeepAt } = outline(text, deepest)
  if (tooDeepAt !== undefined) return { diagnostics: [tooDeep(text, tooDeepAt)] }
  try {
    return { value: JSON.parse(text), keys }
  } catch {
    // The engine's own wording differs between versions and names no line.
    const problem = syntaxProblem(text) ?? { start: 0, end: text.length, message: 'this is not JSON; export it again' }
    return {
      diagnostics: [{ code: 'syntax', severity: 'error', message: problem.message, region: regionOf(text, problem) }],
    }
  }
}

/** Counts the keys of a value as `JSON.parse` gives it. */
export function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let keys = 0
  if (Array.isArray(value)) {
    for (const element of value) keys += countKeys(element)
    return keys
  }
  for (const child of Object.values(value)) keys += 1 + countKeys(child)
  return keys
}

/** An error for each key that stands twice in one object of a JSON text. */
export function duplicateKeys(text: string): readonly Diagnostic[] {
  return cap(findDuplicateKeys(text), (kept) => {
    const regions = regionsOf(
      text,
      kept.flatMap(({ start, end, first }) => [{ start, end }, first]),
    )
    return kept.flatMap(({ key }, index) => {
      const [region, first] = regions.slice(2 * index)
      if (!region || !first) return []
      const message = `the property ${show(key)} stands twice in this object, first at line ${first.line}, column ${first.column}; remove one of them`
      return [{ code: 'duplicate-key', severity: 'error', message, region }]
    })
  })
}
