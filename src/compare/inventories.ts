import type { Inventory, Server } from '../inventory/inventory.ts'
import { findIn, indexBy } from './index-by.ts'
import type { Paired } from './pair.ts'
import type { Part } from './part.ts'
import { type ServerNames, serverNames } from './server-names.ts'
import { type Placed, type Told, told } from './told.ts'

/** Two inventories, with what is asked of them again and again. */
export interface Inventories {
  readonly before: Inventory
  readonly after: Inventory
  readonly names: ServerNames
  readonly serversBefore: Told<Server>
  readonly serversAfter: Told<Server>
  /** The entries of the later inventory for a server of the earlier one, or for what takes its place. */
  readonly laterEntries: (name: string) => LaterEntries
}

/** What the later inventory holds of one server. */
export interface LaterEntries {
  readonly entries: readonly Placed<Server>[]
  /** Whether it may hold others that are meant: the list of servers is not whole, or a name is in doubt. */
  readonly isDoubtful: boolean
  /** Whether what takes the place of the server, or else the server itself, is among them, so that its own facts could be seen. */
  readonly isSeen: boolean
}

/** What became of the parts of some kinds: of the earlier ones, and all that the later inventory shows. */
export interface Compared extends Paired {
  readonly later: readonly Part[]
}

/** Prepares two inventories. */
export function inventoriesOf(before: Inventory, after: Inventory): Inventories {
  const names = serverNames(before, after)
  const serversAfter = told(after.servers, '/servers')
  const byKey = indexBy(serversAfter.entries, ({ value }) => names.after(value.name).keys)
  const byOffer = indexBy(serversAfter.entries, ({ value }) => names.after(value.name).offers)
  return {
    before,
    after,
    names,
    serversBefore: told(before.servers, '/servers'),
    serversAfter,
    laterEntries: (name) => {
      const { keys, asks, isUnclear } = names.before(name)
      const entries = findIn(byKey, keys)
      const isDoubtful =
        !serversAfter.isWhole || isUnclear || (entries.length === 0 && findIn(byOffer, asks).length > 0)
      const successors = keys.slice(0, -1)
      // Where the list of servers is not whole, a server that retired may be among those that nobody told.
      const needed = successors.length > 0 && serversAfter.isWhole ? successors : keys
      return { entries, isDoubtful, isSeen: !isUnclear && needed.every((key) => byKey.has(key)) }
    },
  }
}

/** Puts together what was compared. */
export function both(...compared: readonly Compared[]): Compared {
  return {
    items: compared.flatMap(({ items }) => items),
    claimed: compared.flatMap(({ claimed }) => claimed),
    later: compared.flatMap(({ later }) => later),
  }
}
