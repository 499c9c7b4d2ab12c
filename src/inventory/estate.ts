import { incomplete, restOf } from '../model/incomplete-list.ts'
import type { Timestamp } from '../model/instant.ts'
import type { Method, Phase, Release } from '../model/report.ts'
import type { MissingFact } from '../model/unknown.ts'
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
  /** Present where the inventory changes step by step, and what has been derived outlives a step that does not touch it. */
  readonly tracking?: Tracking
}

/** An inventory together with what a run asks about it: what derived facts are computed from. */
export interface Estate extends Circumstances, KnownServers {
  /** What has been derived already; only `once` knows what stands where. */
  readonly remembered: unknown[]
}

/** Remembers what is derived for as long as nothing changes that it was derived from (src/inventory/tracking). */
export interface Tracking {
  /** What is worked out for the whole estate; `slot` tells apart what. */
  readonly once: (slot: number | string, make: () => unknown) => unknown
  /** What is worked out for each part, or for each text. */
  readonly onceEach: (slot: number | string, part: object | string, make: () => unknown) => unknown
  /** The server at a position, without the rest of the list. */
  readonly serverAt: (position: number) => Server | undefined
  /** What would tell of servers beyond the list, without the list. */
  readonly restOfServers: () => readonly MissingFact[] | undefined
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

/** The server at a position of the list. */
export function serverAt(estate: KnownServers, position: number): Server | undefined {
  return estate.tracking ? estate.tracking.serverAt(position) : estate.servers[position]
}

/** The facts that would tell of servers beyond the list; undefined where it is known whole. */
export function restOfServers(estate: KnownServers): readonly MissingFact[] | undefined {
  return estate.tracking ? estate.tracking.restOfServers() : restOf(estate.servers)
}

/** Remembers what `make` gives for each estate. */
export function once<T>(make: (estate: Estate) => T): (estate: Estate) => T {
  const slot = slots++
  return (estate) => {
    if (estate.tracking) return estate.tracking.once(slot, () => make(estate)) as T
    const known = estate.remembered[slot] as { readonly value: T } | undefined
    if (known) return known.value
    const value = make(estate)
    estate.remembered[slot] = { value }
    return value
  }
}

/** Remembers what `make` gives for each part of an estate, for facts that several rules ask of each server. */
export function onceEach<P extends object | string, T>(
  make: (estate: Estate, part: P) => T,
): (estate: Estate, part: P) => T {
  const slot = slots++
  const remembered = once(() => new Map<P, T>())
  return (estate, part) => {
    if (estate.tracking) return estate.tracking.onceEach(slot, part, () => make(estate, part)) as T
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
