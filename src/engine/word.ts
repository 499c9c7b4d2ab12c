import { restOf } from '../model/incomplete-list.ts'
import { dayOf, Timestamp } from '../model/instant.ts'
import { firstOf } from '../model/listed.ts'

/** A value as people read it in a sentence; of a long list the first few, and how many more. */
export function sentenceWord(value: unknown): string {
  if (value === undefined) return 'not known'
  if (value === null) return 'none'
  if (value instanceof Timestamp) return dayOf(value)
  if (!Array.isArray(value)) return String(value)
  const known = firstOf(value.map(sentenceWord))
  if (restOf(value)) return known === '' ? 'perhaps others' : `${known}, perhaps others`
  return known === '' ? 'none' : known
}

/** A value as one PowerShell argument: text in single quotes, a list with commas; `<name>` for what is not known. */
export function commandWord(value: unknown, name: string): string {
  if (value === undefined || value === null) return `<${name}>`
  if (typeof value === 'boolean') return value ? '$true' : '$false'
  if (typeof value === 'bigint' || typeof value === 'number') return String(value)
  if (value instanceof Timestamp) return quoted(dayOf(value))
  if (!Array.isArray(value)) return quoted(String(value))
  const items = value.map((item) => commandWord(item, name)).sort()
  return value.length === 0 || restOf(value) ? [...items, `<${name}>`].join(',') : items.join(',')
}

/** PowerShell reads the typographic single quotes as single quotes too (about_Quoting_Rules), so they are doubled as well. */
const quotes = /['\u2018\u2019\u201a\u201b]/g
const unprintable = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])/u

/** Characters that a reader would not see are written as numbers, so that the command is what it shows. */
function quoted(text: string): string {
  if (!unprintable.test(text)) return `'${text.replace(quotes, '$&$&')}'`
  const parts = text
    .split(unprintable)
    .flatMap((piece, index) => (index % 2 === 1 ? unitsOf(piece) : [`'${piece.replace(quotes, '$&$&')}'`]))
  return `(${parts.join(' + ')})`
}

/** PowerShell's char is half of a character beyond U+FFFF. */
function unitsOf(character: string): readonly string[] {
  return character.split('').map((unit) => `[char]0x${unit.charCodeAt(0).toString(16)}`)
}
