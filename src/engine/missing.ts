import type { Inventory } from '../inventory/inventory.ts'
import { formatPointer } from '../model/pointer.ts'
import type { MissingFact } from '../model/unknown.ts'

/** The place of a missing fact: where it would stand, and the deepest part of that which exists. */
interface FactPlace {
  readonly pointer: string
  readonly standing: string
}

/**
 * Finds the places of missing facts. The objects of an inventory do not know their place; those that hold one of `facts` are
 * looked up by going through the inventory once. `standIns` are objects that stand for absent sections.
 */
export function factPlaces(
  inventory: Inventory,
  facts: Iterable<MissingFact>,
  standIns: ReadonlyMap<object, string>,
): (fact: MissingFact) => FactPlace {
  const holders = new Set<object>()
  for (const { holder } of facts) holders.add(holder)
  const places = placesOf(inventory, holders)
  return ({ holder, key }) => {
    const standing = places.get(holder) ?? ''
    const place = places.get(holder) ?? standIns.get(holder) ?? ''
    if (key === undefined) return { pointer: place, standing }
    const stands = places.has(holder) && (holder as Readonly<Record<string, unknown>>)[key] !== undefined
    const pointer = `${place}${formatPointer([key])}`
    return { pointer, standing: stands ? pointer : standing }
  }
}

function placesOf(inventory: Inventory, holders: ReadonlySet<object>): ReadonlyMap<object, string> {
  const places = new Map<object, string>()
  const way: (string | number)[] = []
  if (holders.size > 0) visit(inventory, 0)
  return places

  function visit(value: object, depth: number): void {
    if (holders.has(value)) places.set(value, formatPointer(way.slice(0, depth)))
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length && places.size < holders.size; index++) enter(value[index], index, depth)
    } else {
      for (const key in value) enter((value as Readonly<Record<string, unknown>>)[key], key, depth)
    }
  }

  function enter(child: unknown, token: string | number, depth: number): void {
    if (typeof child !== 'object' || child === null) return
    way[depth] = token
    visit(child, depth + 1)
  }
}
