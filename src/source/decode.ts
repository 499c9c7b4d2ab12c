import type { Diagnostic } from '../model/diagnostic.ts'
import { regionOf } from './regions.ts'

/** The text of a file, or why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: Diagnostic }

/** Decodes UTF-8, UTF-16LE or UTF-16BE, each with or without a mark; never replaces what it cannot read. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = sniff(bytes)
  const text = attempt(bytes, encoding, false)
  if (text === undefined) return { problem: encodingProblem(bytes, encoding) }
  if (/\S/.test(text)) return { text }
  const message = 'the file is empty; export the inventory again, or give another file'
  return { problem: { code: 'empty', severity: 'error', message } }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

// A mark decides; without one, JSON and YAML begin with two ASCII characters, so that every second byte is 0.
function sniff([first, second, third, fourth]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first && second === 0 && (third || third === undefined) && !fourth) return 'utf-16le'
  if (first === 0 && second && !third && (fourth || fourth === undefined)) return 'utf-16be'
  return 'utf-8'
}

function attempt(bytes: Uint8Array, encoding: Encoding, unfinished: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: unfinished })
  } catch {
    return undefined
  }
}

function encodingProblem(bytes: Uint8Array, encoding: Encoding): Diagnostic {
  const readable = longestReadable(bytes, encoding)
  const text = attempt(bytes.subarray(0, readable), encoding, true) ?? ''
  const { line, column } = regionOf(text, { start: text.length, end: text.length })
  const region = { line, column, endLine: line, endColumn: column + 1 }
  return { code: 'encoding', severity: 'error', message: explain(bytes, encoding, text), region }
}

// Decoding as a stream lets a character be unfinished, so that the first byte refused is the first that cannot be read.
function longestReadable(bytes: Uint8Array, encoding: Encoding): number {
  let readable = 0
  for (const step of [1 << 20, 1 << 10, 1]) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    decoder.decode(bytes.subarray(0, readable), { stream: true })
    while (readable < bytes.length && accepts(decoder, bytes.subarray(readable, readable + step))) readable += step
  }
  return Math.min(readable, bytes.length)
}

function accepts(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function explain(bytes: Uint8Array, encoding: Encoding, text: string): string {
  if (encoding !== 'utf-8') {
    return 'the file begins as UTF-16, but this is no UTF-16 character; it may be cut off or damaged: export it again as UTF-8'
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const offset = new TextEncoder().encode(text).length + (hasMark ? 3 : 0)
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return `the file is not UTF-8: byte 0x${byte} cannot stand here (in Windows-1252 it is ${windows1252(bytes[offset])}); save it as UTF-8`
}

function windows1252(byte = 0): string {
  const character = new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
  return /\p{C}/u.test(character) ? 'no character either' : `"${character}"`
}
