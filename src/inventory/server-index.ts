import type { Server } from './inventory.ts'
import { indexNames, type NameIndex } from './names.ts'

/** Positions in a list of servers by name, made once for each list. */
export function indexServers(servers: readonly Server[]): NameIndex {
  const known = indexes.get(servers)
  if (known) return known
  const made = indexNames(servers.map(({ name }) => name))
  indexes.set(servers, made)
  return made
}

/** Says that a list holds the same names at the same places as another, so that one index serves both. Gives the list. */
export function namedAlike(servers: readonly Server[], other: readonly Server[]): readonly Server[] {
  indexes.set(servers, indexServers(other))
  return servers
}

// The states of a plan differ in a server or two of ten thousand: to index each state anew would cost more than the step.
const indexes = new WeakMap<readonly Server[], NameIndex>()
