import { closingQuote } from './outline.ts'
import type { Span } from './regions.ts'

/** One token of a pointer; the tokens that follow it are its children. */
export interface Wanted {
  readonly children: Map<string, Wanted>
  key?: Span | undefined
  value?: Span | undefined
}

/** A scan on its way through a text. */
export interface Scan {
  readonly text: string
  /** The keys passed so far. */
  keys: number
}

/** Notes the span of the value at `start` and what is wanted inside it; gives the offset behind it. */
export function scanValue(scan: Scan, start: number, wanted: Wanted): number {
  const { text } = scan
  const open = text.charCodeAt(start)
  let end: number
  if (wanted.children.size > 0 && open === openBrace) end = scanObject(scan, start, wanted)
  else if (wanted.children.size > 0 && open === openBracket) end = scanList(scan, start, wanted)
  else end = skipValue(scan, start)
  if (end > start) wanted.value = { start, end }
  return end
}

function scanObject(scan: Scan, open: number, wanted: Wanted): number {
  const { text } = scan
  let position = skipSpace(text, open + 1)
  while (text.charCodeAt(position) === quote) {
    const keyEnd = closingQuote(text, position) + 1
    if (keyEnd === 0) return text.length
    scan.keys++
    const child = wanted.children.get(keyAt(text, position, keyEnd))
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1)
    if (child) {
      // Where a key stands twice the last one counts, as it does for JSON.parse.
      forget(child)
      child.key = { start: position, end: keyEnd }
      position = scanValue(scan, start, child)
    } else {
      position = skipValue(scan, start)
    }
    position = skipSpace(text, position)
    if (text.charCodeAt(position) !== comma) break
    position = skipSpace(text, position + 1)
  }
  return Math.min(position + 1, text.length)
}

function scanList(scan: Scan, open: number, wanted: Wanted): number {
  const { text } = scan
  let position = skipSpace(text, open + 1)
  for (let index = 0; position < text.length && text.charCodeAt(position) !== closeBracket; index++) {
    const child = wanted.children.get(String(index))
    position = skipSpace(text, child ? scanValue(scan, position, child) : skipValue(scan, position))
    if (text.charCodeAt(position) !== comma) break
    position = skipSpace(text, position + 1)
  }
  return Math.min(position + 1, text.length)
}

function forget(wanted: Wanted): void {
  wanted.key = undefined
  wanted.value = undefined
  for (const child of wanted.children.values()) forget(child)
}

function keyAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1)
  if (!raw.includes('\\')) return raw
  try {
    return JSON.parse(text.slice(start, end))
  } catch {
    // A text that is not JSON is still searched as far as it can be read.
    return raw
  }
}

function skipValue(scan: Scan, start: number): number {
  const { text } = scan
  const { length } = text
  let depth = 0
  let keys = 0
  let position = start
  for (; position < length; position++) {
    const code = text.charCodeAt(position)
    if (code <= space) {
      if (depth === 0) break
    } else if (code === quote) {
      position = closingQuote(text, position)
      if (position < 0) return length
      if (depth === 0) {
        position++
        break
      }
    } else if (code === colon) {
      keys++
    } else if (code === openBrace || code === openBracket) {
      depth++
    } else if (code === closeBrace || code === closeBracket) {
      if (depth <= 1) {
        position += depth
        break
      }
      depth--
    } else if (code === comma && depth === 0) {
      break
    }
  }
  scan.keys += keys
  return position
}

/** The offset of the first character at or after a position that is no white space. */
export function skipSpace(text: string, position: number): number {
  let next = position
  while (text.charCodeAt(next) <= space) next++
  return next
}

const space = 32
const quote = 34
const comma = 44
const colon = 58
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
