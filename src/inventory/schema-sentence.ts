import { nearest } from '../model/nearest.ts'
import { parsePointer } from '../model/pointer.ts'
import { show, showWord } from '../model/show.ts'
import type { Problem } from './problem.ts'
import { tooLarge } from './walk.ts'

/** An error of the generated validators, which are ajv's. */
export interface SchemaError {
  /** JSON pointer of the value. */
  readonly instancePath: string
  readonly keyword: string
  /** What ajv says of the keyword: documented under "Error parameters" in its reference. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Says in a sentence what an error of the schema validator means: what is wrong; what to do. */
export function explain(error: SchemaError, inventory: unknown): Problem {
  const { instancePath: pointer, keyword } = error
  const tokens = parsePointer(pointer) ?? []
  const value = valueAt(inventory, tokens)
  if (typeof value === 'number' && !Number.isFinite(value)) return { ...tooLarge(value), pointer }
  const message =
    sentences[keyword]?.({ name: nameOf(tokens), value, params: error.params }) ?? fallback(nameOf(tokens))
  return { code: keyword === 'pattern' ? 'date' : 'schema', severity: 'error', message, pointer }
}

interface Broken {
  readonly name: string
  readonly value: unknown
  readonly params: SchemaError['params']
}

const sentences: Readonly<Record<string, (broken: Broken) => string>> = {
  type: wrongType,
  enum: notAllowed,
  const: ({ name, value, params }) =>
    `${name} is ${showWord(value)}; it must be ${show(params.allowedValue)}, the only version that this tool reads`,
  required: ({ name, params }) => `${name} has no ${params.missingProperty}; add it`,
  // Dates are the only texts that the schema holds against a pattern.
  pattern: ({ name, value }) =>
    `${name} is ${show(value)}, which is no date; write it like 2026-12-12 or 2026-12-12T09:14:03Z`,
  minLength: ({ name }) => `${name} is empty; write the name, or leave the property out where it is not known`,
  minimum: ({ name, value, params }) => `${name} is ${show(value)}; it must be ${show(params.limit)} or more`,
}

function fallback(name: string): string {
  return `${name} is not what the schema wants; compare it with what \`rds-lint schema inventory\` shows`
}

function wrongType({ name, value, params }: Broken): string {
  const allowed = [params.type].flat().map(String)
  const wanted = allowed.map((type) => words[type] ?? type).join(' or ')
  return `${name} must be ${wanted}, not ${kindOf(value)}; ${adviceFor(value, allowed)}`
}

const words: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  object: 'an object',
  string: 'text',
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the text ${show(value)}`
  return typeof value === 'number' ? `the number ${value}` : show(value)
}

function adviceFor(value: unknown, allowed: readonly string[]): string {
  if (value === null) return 'null says that there is none: leave out what is not known'
  if (allowed.includes('array') && typeof value !== 'object') return 'write it in square brackets'
  if (allowed.includes('string') && typeof value !== 'object') return 'write it in double quotes'
  if (typeof value === 'string' && /^(?:true|false|\d+)$/.test(value)) return 'write it without quotes'
  return 'correct it'
}

function notAllowed({ name, value, params }: Broken): string {
  const allowed = [params.allowedValues].flat().map(String)
  const meant = typeof value === 'string' ? nearest(value, allowed) : undefined
  const choices = `t must be one of ${allowed.join(', ')}`
  return `${name} is ${showWord(value)}; ${meant === undefined ? `i${choices}` : `did you mean ${meant}? I${choices}`}`
}

/** Names a part of the inventory by its property; an element of a list by the property that holds the list. */
function nameOf(tokens: readonly string[]): string {
  const last = tokens.at(-1)
  if (last === undefined) return 'the inventory'
  return /^\d+$/.test(last) ? `an entry of ${tokens.at(-2) ?? 'the list'}` : last
}

function valueAt(inventory: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>(
    (value, token) => (value as Readonly<Record<string, unknown>> | undefined)?.[token],
    inventory,
  )
}
