import { validate } from '../../generated/validate-baseline.js'
import type { Diagnostic } from '../model/diagnostic.ts'
import { decode } from '../source/decode.ts'
import { countKeys, duplicateKeys, parseJson } from '../source/json.ts'
import { locate } from '../source/locate.ts'
import type { Baseline } from './baseline.ts'

/** A baseline as a file holds it; absent where there are diagnostics, all of which are errors. */
export interface ReadBaseline {
  readonly baseline?: Baseline
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a baseline file. Never throws. */
export function readBaseline(bytes: Uint8Array): ReadBaseline {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { diagnostics: [ofBaseline(decoded.problem)] }
  const { text } = decoded
  const parsed = parseJson(text)
  if ('diagnostics' in parsed) return parsed
  const { value, keys } = parsed
  if (keys !== countKeys(value)) return { diagnostics: duplicateKeys(text) }
  // The schema has just said that it is one.
  if (validate(value)) return { baseline: value as Baseline, diagnostics: [] }
  const pointer = validate.errors?.[0]?.instancePath ?? ''
  const region = locate(text)([pointer]).get(pointer)
  const message = isBaseline(value)
    ? 'this is not what a baseline holds here; write it anew with --write-baseline, or see `rds-lint schema baseline`'
    : 'this is no baseline of version 1; write one with --write-baseline'
  return { diagnostics: [{ code: 'schema', severity: 'error', message, ...(region ? { region } : {}) }] }
}

function ofBaseline(problem: Diagnostic): Diagnostic {
  return problem.code === 'empty'
    ? { ...problem, message: 'the file is empty; write it anew with --write-baseline' }
    : problem
}

function isBaseline(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'baseline' in value && value.baseline === 1
}
