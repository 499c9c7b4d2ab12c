import type { Part } from './parts.ts'
import { subjectOf } from './subject.ts'

/** A missing fact in words, and the names of the servers and collections on the way to it. */
interface Label {
  readonly text: string
  readonly entries: readonly string[]
}

/**
 * Says in words what is missing at a pointer: "operating system of RDSH04". `name` is what the pointer cannot say: a server
 * that `servers` does not hold, or which of two contradicting facts is right.
 */
export function labelOf(inventory: unknown, tokens: readonly string[], isRest: boolean, name?: string): Label {
  if (name !== undefined)
    return tokens.join('/') === 'servers' ? { text: `server ${name}`, entries: [name] } : { text: name, entries: [] }
  const { entries, own } = walk(inventory, tokens)
  const [section = ''] = tokens
  const owner = entries.length > 0 ? entries.join('/') : (owners[section] ?? 'the estate')
  const words = own.filter((property) => owners[property] === undefined).map(wordsOf)
  const text = words.length === 0 ? owner : [...words.toReversed(), owner].join(' of ')
  return { text: isRest ? `the rest of ${text}` : text, entries }
}

const owners: Readonly<Record<string, string>> = {
  deployment: 'the deployment',
  migration: 'the plan',
  collection: 'the collection',
}

/** The names of the list entries that a pointer leads through, and its property names after the last of them. */
function walk(
  inventory: unknown,
  tokens: readonly string[],
): { readonly entries: readonly string[]; readonly own: readonly string[] } {
  let part: Part = { value: inventory, key: '' }
  let entries: readonly string[] = []
  let own: string[] = []
  for (const token of tokens) {
    const isEntry = Array.isArray(part.value)
    part = { value: valueAt(part.value, token), up: part, key: isEntry ? Number(token) : token }
    if (isEntry) {
      own = []
      entries = subjectOf(part).split('/')
    } else own.push(token)
  }
  return { entries, own }
}

function valueAt(value: unknown, token: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, token)
    ? (value as Readonly<Record<string, unknown>>)[token]
    : undefined
}

/** `operatingSystem` as words: "operating system". */
function wordsOf(property: string): string {
  return property.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
}
