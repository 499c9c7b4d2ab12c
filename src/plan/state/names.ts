import { knownServers } from '../../inventory/estate.ts'
import { findServer, sameServer } from '../../inventory/facts/servers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { fold, shortOf } from '../../inventory/names.ts'
import { Unknown } from '../../model/unknown.ts'

/** Whether a name denotes the server that another one denotes, for certain. */
export function denotes(inventory: Inventory, name: string): (other: string) => boolean {
  const servers = knownServers(inventory)
  const short = shortOf(fold(name))
  // Names of one server begin alike, and of ten thousand names nearly all begin otherwise.
  return (other) => shortOf(fold(other)) === short && sameServer(servers, name, other) === true
}

/** A name as `servers` spells it; as given where no entry is denoted for certain. */
export function spelled(inventory: Inventory, name: string): string {
  const server = findServer(knownServers(inventory), name)
  return server === undefined || server instanceof Unknown ? name : server.name
}

/** Whether two names of collections are the same: without case. */
export function sameName(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase()
}
