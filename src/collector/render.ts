import type { Inventory } from '../inventory/inventory.ts'
import { fold } from '../inventory/names.ts'
import { type Shape, shape } from '../inventory/shape.ts'
import { formatPointer } from '../model/pointer.ts'
import { conflicting } from './merge.ts'
import type { Json, NamedList } from './statement.ts'
import { type NamedEntries, nameProperty, type Origin, type Tree } from './tree.ts'

/** What a tree says, as an inventory has it. */
export interface Rendered {
  readonly sections: Pick<Inventory, 'servers' | 'deployment'>
  /** JSON pointers of lists that are known only in part, in the order of the text. */
  readonly incomplete: readonly string[]
  /** What told of the part at a JSON pointer; of a part that is not named, what told of the nearest one above. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** Writes a tree out: properties in the order of the schema, entries by their names, so that the same facts give the same text. */
export function render(tree: Tree): Rendered {
  const incomplete: string[] = []
  const origins = new Map<string, Origin>()
  const path: (string | number)[] = []
  const sections = objectOf(tree, shape)
  // The schema is what it was written along.
  return { sections: sections as Rendered['sections'], incomplete, origins }

  function told(part: Tree, expected: Shape): Json | undefined {
    origins.set(formatPointer(path), part.leaf?.origin ?? part.origin)
    if (part.leaf?.value === conflicting) return undefined
    return part.leaf === undefined ? objectOf(part, expected) : part.leaf.value
  }

  function objectOf(part: Tree, expected: Shape, name?: readonly [string, string]): Json | undefined {
    if (expected.kind !== 'object') return undefined
    const object: Record<string, Json> = {}
    for (const [property, inner] of expected.properties) {
      path.push(property)
      const value = name?.[0] === property ? name[1] : memberOf(part, property, inner)
      path.pop()
      if (value !== undefined) object[property] = value
    }
    return object
  }

  function memberOf(part: Tree, property: string, expected: Shape): Json | undefined {
    const list = part.lists.get(property as NamedList)
    if (list) return listOf(property as NamedList, list, expected)
    const inner = part.children.get(property)
    return inner && told(inner, expected)
  }

  function listOf(list: NamedList, { entries, wholeBy }: NamedEntries, expected: Shape): Json | undefined {
    const isWhole = wholeBy.size >= sourcesOf[list]
    if (entries.size === 0) return isWhole ? [] : undefined
    if (!isWhole) incomplete.push(formatPointer(path))
    if (expected.kind !== 'list') return undefined
    const { element } = expected
    const property = nameProperty[list]
    return [...entries.values()].sort(byName).flatMap(({ name, tree: entry }, index) => {
      path.push(index)
      origins.set(formatPointer(path), entry.origin)
      const value = objectOf(entry, element, property === undefined ? undefined : [property, name])
      path.pop()
      return value === undefined ? [] : [value]
    })
  }
}

/** How many sources tell of a list together. */
const sourcesOf: Readonly<Record<NamedList, number>> = {
  servers: 1,
  sessionCollections: 1,
  virtualDesktopCollections: 1,
  sessionHosts: 1,
  virtualDesktops: 1,
  virtualMachines: 1,
  authorizationPolicies: 2,
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  const [first, second] = [fold(one.name), fold(other.name)]
  return first < second ? -1 : first > second ? 1 : one.name < other.name ? -1 : 1
}
