import type { Inventory } from '../inventory/inventory.ts'
import { fold, shortOf } from '../inventory/names.ts'
import { restOf } from '../model/incomplete-list.ts'
import { mentionedServers } from './mentioned-servers.ts'
import type { Identity } from './part.ts'

/** Which of the two inventories. */
export type Side = 'before' | 'after'

/** Tells servers apart by the names that two inventories give them. */
export interface ServerNames {
  /** Of a name in the earlier inventory: with what takes the place of the server by its plan. */
  readonly before: (name: string) => Identity
  /** Of a name in the later inventory. */
  readonly after: (name: string) => Identity
}

/**
 * Prepares the names of two inventories: they compare without case, a short name denotes the one full name of its own
 * inventory that begins with it, else the one of both.
 */
export function serverNames(before: Inventory, after: Inventory): ServerNames {
  const [own, later] = [fullNames(mentionedServers(before)), fullNames(mentionedServers(after))]
  const beforeOne = plain([own, merged(own, later)])
  const moves = movesOf(before, beforeOne)
  return {
    before: (name) => withSuccessors(beforeOne(name), moves),
    after: plain([later, merged(own, later)]),
  }
}

/** Whether two identities are those of one server; undefined where that cannot be told. */
export function sameServer(before: Identity, after: Identity): boolean | undefined {
  if (before.keys.some((key) => after.keys.includes(key))) return true
  return before.isUnclear || before.asks.some((mark) => after.offers.includes(mark)) ? undefined : false
}

/** The full names of an inventory by their short forms. */
type FullNames = ReadonlyMap<string, ReadonlySet<string>>

function fullNames(names: readonly string[]): FullNames {
  const byShort = new Map<string, Set<string>>()
  for (const name of names.map(fold)) {
    const short = shortOf(name)
    if (short !== name) byShort.set(short, (byShort.get(short) ?? new Set()).add(name))
  }
  return byShort
}

function merged(one: FullNames, other: FullNames): FullNames {
  return fullNames([...one.values(), ...other.values()].flatMap((names) => [...names]))
}

function plain(places: readonly FullNames[]): (name: string) => Identity {
  const known = new Map<string, Identity>()
  return (name) => {
    const identity = known.get(name) ?? identityOf(fold(name), places)
    known.set(name, identity)
    return identity
  }
}

function identityOf(name: string, places: readonly FullNames[]): Identity {
  const short = shortOf(name)
  const full =
    short === name ? (places.map((names) => names.get(short)).find((names) => names !== undefined) ?? []) : []
  const [only, ...others] = full
  // Several servers fit: it may be each of them, and it is whatever else bears the same doubtful name.
  if (others.length > 0)
    return { keys: [name], asks: [`is ${short}`], offers: [`is ${short}`, `may be ${short}`], isUnclear: false }
  return { keys: [only ?? name], asks: [`may be ${short}`], offers: [`is ${short}`], isUnclear: false }
}

interface Moves {
  readonly successors: ReadonlyMap<string, readonly Identity[]>
  /** Marks of servers that the plan may mean as well. */
  readonly doubtful: ReadonlySet<string>
  readonly isWhole: boolean
}

function movesOf({ migration }: Inventory, identify: (name: string) => Identity): Moves {
  const moves = migration?.servers ?? []
  const successors = new Map<string, readonly Identity[]>()
  const doubtful = new Set<string>()
  for (const { source, destination } of moves) {
    if (destination === undefined) continue
    const from = identify(source)
    for (const mark of from.offers) if (mark.startsWith('may be ')) doubtful.add(mark)
    for (const key of from.keys) successors.set(key, [...(successors.get(key) ?? []), identify(destination)])
  }
  return { successors, doubtful, isWhole: restOf(moves) === undefined }
}

function withSuccessors(own: Identity, { successors, doubtful, isWhole }: Moves): Identity {
  const others = own.keys.flatMap((key) => successors.get(key) ?? [])
  return {
    // Successors first: where both are there, the part is shown on the new server.
    keys: [...others, own].flatMap(({ keys }) => keys),
    asks: [...others, own].flatMap(({ asks }) => asks),
    offers: own.offers,
    isUnclear: !isWhole || own.asks.some((mark) => doubtful.has(mark)),
  }
}
