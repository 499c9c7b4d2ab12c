import type { Inventory } from '../../inventory/inventory.ts'
import { type Shape, shape } from '../../inventory/shape.ts'
import { sources } from '../sources/index.ts'
import { kinds } from './kinds.ts'
import { type NameMaps, nameMaps } from './names.ts'
import { type Pseudonyms, pseudonyms } from './pseudonyms.ts'

/**
 * Gives an inventory with a pseudonym for every name, the same for the same name: whatever is equal or lies within something
 * stays so, and so do the findings. A text that no kind is known of gets one, too; what the schema does not know is left out.
 */
export function anonymize(inventory: Inventory): Inventory {
  const given = pseudonyms()
  const maps = nameMaps(
    given,
    (inventory.servers ?? []).map(({ name }) => name),
  )
  // The same shape holds what held an inventory.
  return replaced(inventory, shape, '', replacer(given, maps)) as Inventory
}

/** What the script calls itself in a manifest; who writes one of their own may put their name there. */
const scriptName = 'Export-RdsInventory'

type Replace = (text: string, pattern: string) => string

function replaced(value: unknown, expected: Shape | undefined, pattern: string, replace: Replace): unknown {
  if (typeof value === 'string') return replace(value, pattern)
  if (Array.isArray(value)) {
    const element = expected?.kind === 'list' ? expected.element : undefined
    return value.map((one) => replaced(one, element, `${pattern}/*`, replace))
  }
  if (typeof value !== 'object' || value === null) return value
  const properties = expected?.kind === 'object' ? expected.properties : undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      properties?.has(name) ? [[name, replaced(inner, properties.get(name), `${pattern}/${name}`, replace)]] : [],
    ),
  )
}

function replacer(given: Pseudonyms, maps: NameMaps): Replace {
  const sourceNames = new Set(sources.map(({ name }) => name.toLowerCase()))
  return (text, pattern) => {
    const kind = Object.hasOwn(kinds, pattern) ? kinds[pattern] : 'text'
    switch (kind) {
      case 'kept':
        return text
      case 'dns':
      case 'group':
      case 'path':
      case 'subject':
      case 'databaseServer':
        return maps[kind](text)
      case 'source':
        return sourceNames.has(text.toLowerCase()) ? text : given.of('file', text)
      case 'collector':
        return text === scriptName ? text : given.of(kind, text)
      case 'version':
        return /^[\d.]+$/.test(text) ? text : given.of(kind, text)
      default:
        return given.of(kind ?? 'text', text)
    }
  }
}
