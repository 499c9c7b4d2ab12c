import type { Inventory } from '../../src/inventory/inventory.ts'
import { type Random, randomOf } from '../estates/random.ts'
import type { Law } from './law.ts'
import { sameButPlaces } from './same.ts'

/** The order of servers, collections, hosts, of every list and of keys changes nothing but pointers and lines. */
export const order: Law = {
  name: 'order',
  shrinks: 'again',
  change: (inventory, seed) => {
    const moved = new Map<string, string>()
    const shuffled = shuffle(inventory, '', '', randomOf(seed), moved) as Inventory
    const { collection } = shuffled
    if (!collection?.incomplete) return shuffled
    const incomplete = collection.incomplete.map((pointer) => moved.get(pointer) ?? pointer)
    return { ...shuffled, collection: { ...collection, incomplete } }
  },
  broken: sameButPlaces,
}

/** Shuffles lists and keys; notes in `moved` where each place went. */
function shuffle(value: unknown, from: string, to: string, random: Random, moved: Map<string, string>): unknown {
  moved.set(from, to)
  if (Array.isArray(value)) {
    const entries = random.shuffled([...value.entries()])
    return entries.map(([old, element], index) => shuffle(element, `${from}/${old}`, `${to}/${index}`, random, moved))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = random.shuffled(Object.entries(value))
  return Object.fromEntries(
    entries.map(([key, child]) => [key, shuffle(child, `${from}/${key}`, `${to}/${key}`, random, moved)]),
  )
}
