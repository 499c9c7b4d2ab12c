/** What a glance at a JSON text tells before it is parsed. */
interface Outline {
  /** Colons outside strings: the number of keys in the text. */
  readonly keys: number
  /** Offset of the first bracket that stands deeper than allowed. */
  readonly tooDeepAt?: number
}

/** Counts keys and levels of a JSON text in one pass. Never fails: what is not JSON is counted all the same. */
export function outline(text: string, deepest: number): Outline {
  let keys = 0
  let depth = 0
  const { length } = text
  for (let position = 0; position < length; position++) {
    const code = text.charCodeAt(position)
    if (code <= space) continue
    if (code === quote) {
      position = closingQuote(text, position)
      if (position < 0) break
    } else if (code === colon) {
      keys++
    } else if (code === openBrace || code === openBracket) {
      if (++depth > deepest) return { keys, tooDeepAt: position }
    } else if (code === closeBrace || code === closeBracket) {
      depth--
    }
  }
  return { keys }
}

/** Gives the offset of the quote that closes the string opened at `open`; -1 where none does. */
export function closingQuote(text: string, open: number): number {
  const first = text.indexOf('"', open + 1)
  // Only a quote behind a backslash needs a look at each character; indexOf is several times as fast.
  if (text.charCodeAt(first - 1) !== backslash) return first
  for (let position = open + 1; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === quote) return position
    if (code === backslash) position++
  }
  return -1
}

const space = 32
const quote = 34
const colon = 58
const openBracket = 91
const backslash = 92
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
