import type { Locate } from '../model/region.ts'
import { closingQuote } from './outline.ts'
import { parsePointer } from './pointer.ts'
import { regionsOf, type Span } from './regions.ts'

/** Gives the places of values in a JSON text: one scan of the text for all pointers of a call, nothing kept between calls. */
export function locate(text: string): Locate {
  return (pointers) => locateSpans(text, pointers, ({ value }) => value)
}

/** Gives the places of the names of properties; an element of a list, which has no name, is left out. */
export function locateKeys(text: string): Locate {
  return (pointers) => locateSpans(text, pointers, ({ key }) => key)
}

/** One token of a pointer; the tokens that follow it are its children. */
interface Wanted {
  readonly children: Map<string, Wanted>
  key?: Span | undefined
  value?: Span | undefined
}

function locateSpans(
  text: string,
  pointers: readonly string[],
  choose: (wanted: Wanted) => Span | undefined,
): ReturnType<Locate> {
  const root: Wanted = { children: new Map() }
  const ends = pointers.map((pointer) => ({ pointer, end: plant(root, parsePointer(pointer)) }))
  scanValue(text, skipSpace(text, 0), root)
  const found = ends.flatMap(({ pointer, end }) => {
    const span = end && choose(end)
    return span ? [{ pointer, span }] : []
  })
  const regions = regionsOf(
    text,
    found.map(({ span }) => span),
  )
  return new Map(found.flatMap(({ pointer }, index) => (regions[index] ? [[pointer, regions[index]] as const] : [])))
}

function plant(root: Wanted, tokens: readonly string[] | undefined): Wanted | undefined {
  let wanted = root
  for (const token of tokens ?? []) {
    const child = wanted.children.get(token) ?? { children: new Map() }
    wanted.children.set(token, child)
    wanted = child
  }
  return tokens && wanted
}

/** Notes the span of the value at `start` and what is wanted inside it; gives the offset behind it. */
function scanValue(text: string, start: number, wanted: Wanted): number {
  const open = text.charCodeAt(start)
  let end: number
  if (wanted.children.size > 0 && open === openBrace) end = scanObject(text, start, wanted)
  else if (wanted.children.size > 0 && open === openBracket) end = scanList(text, start, wanted)
  else end = skipValue(text, start)
  if (end > start) wanted.value = { start, end }
  return end
}

function scanObject(text: string, open: number, wanted: Wanted): number {
  let position = skipSpace(text, open + 1)
  while (text.charCodeAt(position) === quote) {
    const keyEnd = closingQuote(text, position) + 1
    if (keyEnd === 0) return text.length
    const child = wanted.children.get(keyAt(text, position, keyEnd))
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1)
    if (child) {
      // Where a key stands twice the last one counts, as it does for JSON.parse.
      forget(child)
      child.key = { start: position, end: keyEnd }
      position = scanValue(text, start, child)
    } else {
      position = skipValue(text, start)
    }
    position = skipSpace(text, position)
    if (text.charCodeAt(position) !== comma) break
    position = skipSpace(text, position + 1)
  }
  return Math.min(position + 1, text.length)
}

function scanList(text: string, open: number, wanted: Wanted): number {
  let position = skipSpace(text, open + 1)
  for (let index = 0; position < text.length && text.charCodeAt(position) !== closeBracket; index++) {
    const child = wanted.children.get(String(index))
    position = skipSpace(text, child ? scanValue(text, position, child) : skipValue(text, position))
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

function skipValue(text: string, start: number): number {
  let depth = 0
  let position = start
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code <= space) {
      if (depth === 0) return position
    } else if (code === quote) {
      position = closingQuote(text, position)
      if (position < 0) return text.length
      if (depth === 0) return position + 1
    } else if (code === openBrace || code === openBracket) {
      depth++
    } else if (code === closeBrace || code === closeBracket) {
      if (depth <= 1) return depth === 0 ? position : position + 1
      depth--
    } else if (code === comma && depth === 0) {
      return position
    }
  }
  return position
}

function skipSpace(text: string, position: number): number {
  let next = position
  while (text.charCodeAt(next) <= space) next++
  return next
}

const space = 32
const quote = 34
const comma = 44
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
