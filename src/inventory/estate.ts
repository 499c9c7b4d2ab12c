import { incomplete } from '../model/incomplete-list.ts'
import type { Timestamp } from '../model/instant.ts'
import type { Method, Phase, Release } from '../model/report.ts'
import type { Inventory, Server } from './inventory.ts'
import { indexNames, type NameIndex } from './names.ts'

/** What a run asks about an inventory. */
export interface Circumstances {
  readonly target: Release
  readonly method: Method
  readonly phase: Phase
  /** The day of the run, midnight UTC. */
  readonly today: Timestamp
}

/** An inventory together with what a run asks about it: what derived facts are computed from. */
export interface Estate extends Circumstances {
  readonly inventory: Inventory
  /** All servers; incomplete where the inventory does not hold the list. */
  readonly servers: readonly Server[]
  /** Positions in `servers` by name. */
  readonly serverNames: NameIndex
}

/** Prepares an inventory for the questions of one run. */
export function createEstate(inventory: Inventory, circumstances: Circumstances): Estate {
  const servers = inventory.servers ?? incomplete<Server>([], [{ holder: inventory, key: 'servers' }])
  return { ...circumstances, inventory, servers, serverNames: indexNames(servers.map(({ name }) => name)) }
}

/** Remembers what `make` gives for each estate. */
export function once<T>(make: (estate: Estate) => T): (estate: Estate) => T {
  const made = new WeakMap<Estate, { readonly value: T }>()
  return (estate) => {
    const remembered = made.get(estate) ?? { value: make(estate) }
    made.set(estate, remembered)
    return remembered.value
  }
}
