import { show } from '../model/show.ts'
import { type JsonProblem, notFound, problemAt } from './json-problem.ts'
import { closingQuote } from './outline.ts'

/** Gives the offset behind the text, number or word that begins at `start`, or what is wrong with it. */
export function scalarEnd(text: string, start: number, wanted: string): number | JsonProblem {
  const first = text.charAt(start)
  if (first === '"') return stringEnd(text, start)
  return /[-\d]/.test(first) ? numberEnd(text, start) : wordEnd(text, start, wanted)
}

/** Gives the offset behind the string whose quote stands at `open`, or what is wrong with it. */
export function stringEnd(text: string, open: number): number | JsonProblem {
  const close = closingQuote(text, open)
  const end = close < 0 ? text.length : close
  for (let position = open + 1; position < end; position++) {
    const code = text.charCodeAt(position)
    if (code < 32) return problemAt(text, position, controlInString(code))
    if (code !== backslash) continue
    const [sequence] = /^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.exec(text.slice(position, position + 6)) ?? []
    if (sequence === undefined) return badEscape(text, position)
    position += sequence.length - 1
  }
  return close < 0 ? problemAt(text, text.length, '') : close + 1
}

const backslash = 92

function controlInString(code: number): string {
  if (code === 10 || code === 13) {
    return 'a string is still open at the end of its line; close it with a double quote, or write the line break as \\n'
  }
  const written = code === 9 ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`
  return `a control character cannot stand in a string; write it as ${written}`
}

function badEscape(text: string, position: number): JsonProblem {
  const isCutOff = /^\\(?:u[\dA-Fa-f]{0,3})?$/.test(text.slice(position, position + 6))
  if (isCutOff && position + 6 > text.length) return problemAt(text, text.length, '')
  const sequence = text.slice(position, position + 2)
  const message =
    sequence === '\\u'
      ? 'behind \\u stand four hexadecimal digits; write a plain backslash twice: \\\\'
      : `${show(sequence)} means nothing in a string; write a plain backslash twice: \\\\`
  return problemAt(text, position, message, 2)
}

function numberEnd(text: string, start: number): number | JsonProblem {
  const [word = ''] = sticky(/[-+.\w]+/y, text, start)
  const [number = ''] = sticky(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y, text, start)
  if (number === word) return start + number.length
  const isCutOff =
    start + word.length === text.length && /^-?(?:(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][-+]?)?)?$/.test(word)
  if (isCutOff) return problemAt(text, text.length, '')
  return problemAt(text, start, `${show(word)} is no number; write it like 20, -3, 0.5 or 1e6`, word.length)
}

function wordEnd(text: string, start: number, wanted: string): number | JsonProblem {
  const [word = ''] = sticky(/[\p{L}\p{N}_$.+-]*/uy, text, start)
  if (word === 'true' || word === 'false' || word === 'null') return start + word.length
  const isCutOff = ['true', 'false', 'null'].some((whole) => whole.startsWith(word))
  if (isCutOff && start + word.length === text.length) return problemAt(text, text.length, '')
  if (word === '') return notFound(text, start, wanted)
  const message = `${show(word)} is no value; write true, false, null, a number, or text in double quotes`
  return problemAt(text, start, message, word.length)
}

function sticky(pattern: RegExp, text: string, start: number): readonly string[] {
  pattern.lastIndex = start
  return pattern.exec(text) ?? []
}
