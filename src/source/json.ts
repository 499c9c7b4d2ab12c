import type { Diagnostic } from '../model/diagnostic.ts'
import { show } from '../model/show.ts'
import { cap } from './cap.ts'
import { findDuplicateKeys } from './duplicate-keys.ts'
import { syntaxProblem } from './json-syntax.ts'
import { outline } from './outline.ts'
import { regionOf, regionsOf } from './regions.ts'
import { deepest, tooDeep } from './too-deep.ts'

/** A JSON value with the number of keys that its text holds, or why there is none. */
type ParsedJson =
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

/** Parses JSON without a look at the text: that it nests too deep, or that a key stands twice, is left to the caller. */
export function parseUnseen(text: string): { readonly value: unknown } | Exclude<ParsedJson, { value: unknown }> {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return parseJson(text)
  }
}

/** Counts the keys of a value as `JSON.parse` gives it; `NaN` where it nests deeper than `parseJson` lets through. */
export function countKeys(value: unknown, depth = 1): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > deepest) return Number.NaN
  let keys = 0
  if (Array.isArray(value)) {
    for (const element of value) keys += countKeys(element, depth + 1)
    return keys
  }
  for (const child of Object.values(value)) keys += 1 + countKeys(child, depth + 1)
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
