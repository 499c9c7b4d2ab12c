import { legible } from '../../model/visible.ts'

/** Markup that is safe to put into a page: only the functions of this file make it. */
export interface Html {
  readonly markup: string
}

/** What may stand in a place of a template: texts are escaped, nothing is left out for undefined and false. */
type Value = Html | readonly Html[] | string | number | undefined | false

/** Nothing. */
export const none: Html = { markup: '' }

/** Writes markup: every text in it is made visible, short and escaped, in elements and in quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const fixed = unindented(parts)
  let markup = fixed[0] ?? ''
  for (let index = 0; index < values.length; index++) markup += written(values[index]) + (fixed[index + 1] ?? '')
  return { markup }
}

/** Gives a command: whole, unless it is absurdly long. */
export function command(text: string): Html {
  return { markup: escaped(legible(text, 1000, 2000)) }
}

/** Gives an address of the web for a quoted attribute, whole: shortened it would lead elsewhere. */
export function address(text: string): Html {
  return { markup: escaped(text) }
}

/** Gives numbers of parts as the script finds them, the number of the inventory before each: `0-3 0-7`. */
export function partKeys(numbers: readonly number[], inventory: number): Html {
  return { markup: numbers.map((number) => `${inventory}-${number}`).join(' ') }
}

/** Puts markup between pieces of markup. */
export function joined(pieces: readonly Html[], between: string): Html {
  return { markup: pieces.map(({ markup }) => markup).join(escaped(between)) }
}

function written(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(legible(value, 120, 1000))
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  let all = ''
  for (const { markup } of value) all += markup
  return all
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}
const special = /[&<>"'`]/
const everySpecial = /[&<>"'`]/g

function escaped(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (character) => entities[character] ?? '') : text
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>()

/** Templates are indented for their readers, which a page of ten thousand servers need not carry. */
function unindented(parts: TemplateStringsArray): readonly string[] {
  const done = known.get(parts)
  if (done !== undefined) return done
  const short = parts.map((part) => part.replace(/\n\s*/g, '\n'))
  known.set(parts, short)
  return short
}
