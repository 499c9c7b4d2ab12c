import { unescaped } from './escapes.ts'
import { again, refuse } from './problem.ts'
import type { Scalar, ScalarKind, Value } from './value.ts'

type Read = (text: string) => Value | undefined

/** The elements of primitives, each with what reads its text; undefined where the text is none of its kind. */
const readers: Readonly<Record<string, Read>> = {
  S: unescaped,
  C: (text) => (/^\d{1,5}$/.test(text) && Number(text) < 65_536 ? String.fromCharCode(Number(text)) : undefined),
  B: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  By: integer(0n, 255n),
  SB: integer(-128n, 127n),
  I16: integer(-32_768n, 32_767n),
  U16: integer(0n, 65_535n),
  I32: integer(-2_147_483_648n, 2_147_483_647n),
  U32: integer(0n, 4_294_967_295n),
  I64: integer(-(2n ** 63n), 2n ** 63n - 1n),
  U64: integer(0n, 2n ** 64n - 1n),
  Sg: matching('real', /^(?:-?INF|NaN|[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)$/),
  Db: matching('real', /^(?:-?INF|NaN|[+-]?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)$/),
  D: matching('decimal', /^[+-]?\d+(?:\.\d+)?$/),
  DT: matching('date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)?$/),
  TS: matching('span', /^-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/),
  G: matching('guid', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i),
  URI: (text) => ({ kind: 'uri', text: unescaped(text) }),
  Version: matching('version', /^\d+(?:\.\d+){1,3}$/),
  SemanticVersion: (text) => ({ kind: 'version', text }),
  XD: (text) => ({ kind: 'xml', text: unescaped(text) }),
  SBK: (text) => ({ kind: 'script', text: unescaped(text) }),
  BA: matching('bytes', /^[\da-z+/=\s]*$/i),
  // A secure string can be read by whoever wrote it, and on Linux by everybody: it goes no further.
  SS: () => ({ kind: 'secret', text: '' }),
  Nil: (text) => (text === '' ? null : undefined),
}

/** Whether an element is a primitive. */
export function isPrimitive(name: string): boolean {
  return Object.hasOwn(readers, name)
}

/** Reads the primitive in an element; throws `Unreadable` where its text is none. */
export function primitive(name: string, text: string, at: number): Value {
  const value = readers[name]?.(text)
  return value === undefined
    ? refuse(at, `<${name}> holds no value of its kind here: the file is damaged; ${again}`)
    : value
}

const small = new Map<string, Scalar>()

function integer(least: bigint, most: bigint): Read {
  return (text) => {
    const known = small.get(text)
    if (known) return known
    if (!/^[+-]?\d{1,20}$/.test(text)) return undefined
    const number = BigInt(text)
    if (number < least || number > most) return undefined
    const scalar: Scalar = { kind: 'integer', text }
    // Most numbers of an export are a few small ones, which all kinds of integers have.
    if (text.length < 3 && number >= 0n) small.set(text, scalar)
    return scalar
  }
}

function matching(kind: ScalarKind, pattern: RegExp): Read {
  return (text) => (pattern.test(text) ? { kind, text } : undefined)
}
