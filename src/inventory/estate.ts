import { incomplete } from '../model/incomplete-list.ts'
import type { Timestamp } from '../model/instant.ts'
import type { Method, Phase, Release } from '../model/report.ts'
import type { Inventory, Server } from './inventory.ts'
import type { NameIndex } from './names.ts'
import { indexServers } from './server-index.ts'

/** What a run asks about an inventory. */
export interface Circumstances {
  readonly target: Release
  readonly method: Method
  readonly phase: Phase
  /** The day of the run, midnight UTC. */
  readonly today: Timestamp
}

/** The servers of an inventory: what tells which of them a name denotes. */
export interface KnownServers {
  readonly inventory: Inventory
  /** All servers; incomplete where the inventory does not hold the list. */
  readonly servers: readonly Server[]
  /** Positions in `servers` by name. */
  readonly serverNames: NameIndex
}

/** An inventory together with what a run asks about it: what derived facts are computed from. */
export interface Estate extends Circumstances, KnownServers {
  /** What has been derived already; only `once` knows what stands where. */
  readonly remembered: unknown[]
}

/** Prepares an inventory for the questions of one run. */
export function createEstate(inventory: Inventory, circumstances: Circumstances): Estate {
  return { ...circumstances, ...knownServers(inventory), remembered: [] }
}

/** Gives the servers of an inventory with their index. */
export function knownServers(inventory: Inventory): KnownServers {
  const servers = inventory.servers ?? incomplete<Server>([], [{ holder: inventory, key: 'servers' }])
  return { inventory, servers, serverNames: indexServers(servers) }
}

/** Remembers what `make` gives for each estate. */
export function once<T>(make: (estate: Estate) => T): (estate: Estate) => T {
  const slot = slots++
  return (estate) => {
    const known = estate.remembered[slot] as { readonly value: T } | undefined
    if (known) return known.value
    const value = make(estate)
    estate.remembered[slot] = { value }
    return value
  }
}

/** Remembers what `make` gives for each part of an estate, for facts that several rules ask of each server. */
export function onceEach<P extends object, T>(make: (estate: Estate, part: P) => T): (estate: Estate, part: P) => T {
  const remembered = once(() => new Map<P, T>())
  return (estate, part) => {
    const made = remembered(estate)
    const known = made.get(part)
    if (known !== undefined) return known
    const value = make(estate, part)
    made.set(part, value)
    return value
  }
}

// Facts are remembered by number: a WeakMap of estates would cost more than most facts do.
let slots = 0
