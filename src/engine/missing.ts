import type { Inventory } from '../inventory/inventory.ts'
import type { MissingFact } from '../model/unknown.ts'

/** The place of a missing fact: where it would stand, and the deepest part of that which exists. */
export interface FactPlace {
  readonly pointer: string
  readonly standing: string
}

/**
 * Finds the places of missing facts. The objects of an inventory do not know their place; it is looked up by going
 * through the inventory once, the first time that a fact asks. `standIns` are objects that stand for absent sections.
 */
export function factPlaces(
  inventory: Inventory,
  standIns: ReadonlyMap<object, string>,
): (fact: MissingFact) => FactPlace {
  let places: ReadonlyMap<object, string> | undefined
  return ({ holder, key }) => {
    places ??= placesOf(inventory)
    const standing = places.get(holder) ?? ''
    const place = places.get(holder) ?? standIns.get(holder) ?? ''
    if (key === undefined) return { pointer: place, standing }
    const stands = places.has(holder) && (holder as Readonly<Record<string, unknown>>)[key] !== undefined
    const pointer = `${place}/${escapeToken(key)}`
    return { pointer, standing: stands ? pointer : standing }
  }
}

function placesOf(inventory: Inventory): ReadonlyMap<object, string> {
  const places = new Map<object, string>()
  visit(inventory, '')
  return places

  function visit(value: object, place: string): void {
    places.set(value, place)
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'object' && child !== null) visit(child, `${place}/${escapeToken(key)}`)
    }
  }
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
