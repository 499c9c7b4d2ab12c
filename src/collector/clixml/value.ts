/** A value of PowerShell as CLIXML holds it (MS-PSRP 2.2.5). Text stays text; what is no text, boolean or null says its kind. */
export type Value = null | boolean | string | Scalar | Thing

/** A primitive that JavaScript has no exact twin for: its text as the file has it, so that an Int64 keeps all digits. */
export interface Scalar {
  readonly kind: ScalarKind
  readonly text: string
}

/** What a scalar is; the text of a `secret` is empty, since it was dropped. */
export type ScalarKind =
  | 'integer'
  | 'real'
  | 'decimal'
  | 'date'
  | 'span'
  | 'guid'
  | 'uri'
  | 'version'
  | 'xml'
  | 'script'
  | 'bytes'
  | 'secret'

/** An object, a list, a dictionary, an enumeration value, or a primitive with notes. References make cycles possible. */
export interface Thing {
  /** Type names, the most derived first, as written: `Deserialized.` may stand before them. */
  readonly types: readonly string[]
  /** What `ToString()` gave. */
  readonly text?: string
  /** The primitive inside: the number of an enumeration value, or a text that carries notes. */
  readonly value?: Value
  readonly items?: readonly Value[]
  readonly entries?: readonly (readonly [key: Value, value: Value])[]
  /** Adapted and extended properties; where both hold one name, the extended one. */
  readonly properties: ReadonlyMap<string, Value>
}

/** Whether a value is an object and no primitive. */
export function isThing(value: Value | undefined): value is Thing {
  return typeof value === 'object' && value !== null && 'properties' in value
}
