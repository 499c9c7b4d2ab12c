import { legible } from '../../model/visible.ts'

/** Markup that is safe to put into a page: only `html` makes it. */
export interface Html {
  readonly markup: string
}

/** What may stand in a place of a template: texts are escaped, nothing is left out for undefined and false. */
type Value = Html | readonly Html[] | string | number | undefined | false

/** Writes markup: every text in it is made visible, short and escaped, in elements and in quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? ''
  for (const [index, value] of values.entries()) markup += written(value) + (parts[index + 1] ?? '')
  return { markup: markup.replace(/\n\s*/g, '\n') }
}

/** Gives a command: whole, unless it is absurdly long. */
export function command(text: string): Html {
  return { markup: escaped(legible(text, 1000, 2000)) }
}

/** Gives an address of the web for a quoted attribute, whole: shortened it would lead elsewhere. */
export function address(text: string): Html {
  return { markup: escaped(text) }
}

function written(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(legible(value, 120, 1000))
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
}
