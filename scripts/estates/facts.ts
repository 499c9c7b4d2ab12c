import type { Inventory } from '../../src/inventory/inventory.ts'

/** The way to a value of an inventory, token by token. */
export type Way = readonly (string | number)[]

/** The ways to all properties under `servers[]` and `deployment`, and to these themselves, that an inventory may lack. */
export function facts(inventory: Inventory): readonly Way[] {
  const found: Way[] = []
  for (const section of ['servers', 'deployment'] as const) {
    if (inventory[section] === undefined) continue
    found.push([section])
    visit(inventory[section], [section])
  }
  return found

  function visit(value: unknown, way: Way): void {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) visit(element, [...way, index])
      return
    }
    for (const [name, child] of Object.entries(value)) {
      const isEntry = typeof way.at(-1) === 'number'
      if (!(isEntry && identities.has(name))) found.push([...way, name])
      visit(child, [...way, name])
    }
  }
}

// Without them an entry of a list is not valid.
const identities: ReadonlySet<string> = new Set(['name', 'server', 'role', 'thumbprint', 'alias', 'kind'])

/** An inventory without the property at a way; the same where the property is gone already. */
export function without(inventory: Inventory, way: Way): Inventory {
  return removed(inventory, way) as Inventory
}

function removed(value: unknown, [token, ...rest]: Way): unknown {
  if (typeof value !== 'object' || value === null || token === undefined) return value
  if (Array.isArray(value)) return value.map((element, index) => (index === token ? removed(element, rest) : element))
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.flatMap(([name, child]) =>
      name !== token ? [[name, child]] : rest.length === 0 ? [] : [[name, removed(child, rest)]],
    ),
  )
}
