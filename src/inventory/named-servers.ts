import { restOf } from '../model/incomplete-list.ts'
import type { Truth } from '../model/logic.ts'
import { Unknown, unknown } from '../model/unknown.ts'
import type { Estate } from './estate.ts'
import { findServer } from './facts/servers.ts'
import type { Server } from './inventory.ts'
import { fold, indexNames, type NameIndex } from './names.ts'

/** Tells of a server, by a name or by its entry, whether it is among those named. */
type NamedServers = (server: string | Server) => Truth

/** Prepares a list of names for many questions, so that each takes the same time however long the list is. */
export function namedServers(estate: Estate, names: readonly string[]): NamedServers {
  const found = names.map((name) => findServer(estate, name))
  const entries = new Set(found)
  const all = group(names)
  const unclear = group(names.filter((_, position) => found[position] instanceof Unknown))
  const elsewhere = group(names.filter((_, position) => found[position] === undefined))
  const rest = restOf(names)
  return (server) => {
    const name = typeof server === 'string' ? server : server.name
    const entry = typeof server === 'string' ? findServer(estate, server) : server
    if (entry && !(entry instanceof Unknown) && entries.has(entry)) return true
    const candidates = entry === undefined ? elsewhere : entry instanceof Unknown ? all : unclear
    const hits = candidates.index.find(name)
    if (hits.length === 0) return rest ? new Unknown(rest) : false
    if (entry === undefined || hits.some((position) => fold(candidates.names[position] ?? '') === fold(name)))
      return true
    return entry instanceof Unknown ? entry : unknown(estate.inventory, 'servers', name)
  }
}

interface Group {
  readonly names: readonly string[]
  readonly index: NameIndex
}

function group(names: readonly string[]): Group {
  return { names, index: indexNames(names) }
}
