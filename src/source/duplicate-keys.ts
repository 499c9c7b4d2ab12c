import { closingQuote } from './outline.ts'
import type { Span } from './regions.ts'

/** A property that its object has had before; the span is that of the name. */
interface DuplicateKey extends Span {
  readonly key: string
  /** The name where it stands first. */
  readonly first: Span
}

/** Finds every property that stands twice in one object of a JSON text, in the order of the text. Exact and slow. */
export function findDuplicateKeys(text: string): readonly DuplicateKey[] {
  const duplicates: DuplicateKey[] = []
  const objects: Map<string, Span>[] = []
  let lastString: Span = { start: 0, end: 0 }
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position)
    if (character === '"') {
      const end = closingQuote(text, position) + 1
      lastString = { start: position, end }
      position = end - 1
    } else if (character === '{') {
      objects.push(new Map())
    } else if (character === '}') {
      objects.pop()
    } else if (character === ':') {
      const key: string = JSON.parse(text.slice(lastString.start, lastString.end))
      const first = objects.at(-1)?.get(key)
      if (first) duplicates.push({ key, first, ...lastString })
      else objects.at(-1)?.set(key, lastString)
    }
  }
  return duplicates
}
