import type { Diagnostic } from '../model/diagnostic.ts'
import { regionOf } from './regions.ts'

/** Levels that lists and objects may nest in a file; an inventory has eight. */
export const deepest = 100

/** The error about a file that nests deeper at an offset of its text. */
export function tooDeep(text: string, offset: number): Diagnostic {
  const message = `lists and objects nest deeper than ${deepest} levels here; nothing that this tool reads does: correct the file`
  const region = regionOf(text, { start: offset, end: offset + 1 })
  return { code: 'too-deep', severity: 'error', message, region }
}
