import { show } from '../model/show.ts'
import type { Span } from './regions.ts'

/** A place where a text stops being JSON, and a sentence: what was expected; what to do. */
export interface JsonProblem extends Span {
  readonly message: string
}

/** A problem with `length` characters from `start`; at the end of the text it is that the text ends there. */
export function problemAt(text: string, start: number, message: string, length = 1): JsonProblem {
  if (start < text.length) return { start, end: Math.min(start + length, text.length), message }
  const tooEarly = 'the file ends too early; it was cut off: export or copy it again'
  return { start: text.length, end: text.length, message: tooEarly }
}

/** Something else stands where `wanted` should. */
export function notFound(text: string, position: number, wanted: string): JsonProblem {
  return problemAt(text, position, `expected ${wanted}${hint(text, position)}`)
}

function hint(text: string, position: number): string {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
  if (character === '/' || character === '#') return '; JSON has no comments: remove what begins here'
  if (/['`\u2018-\u201f]/.test(character)) return '; text stands in straight double quotes: replace this quotation mark'
  return `, not ${show(character)}; correct it here or just before`
}
