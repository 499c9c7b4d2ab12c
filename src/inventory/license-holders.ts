import { restOf } from '../model/incomplete-list.ts'
import { type MissingFact, Unknown } from '../model/unknown.ts'
import type { Estate } from './estate.ts'
import { holdsLicensing, listedLicenseServers } from './facts/licensing.ts'
import { findServer, serverOf } from './facts/servers.ts'
import type { KeyPack, Server } from './inventory.ts'

/** The key packs of a server, and what would tell of others. */
export interface Packs {
  readonly told: readonly KeyPack[]
  readonly rest: readonly MissingFact[]
}

/** The key packs that a server shows. */
export function packsOn(server: Server): Packs {
  const { licenseServer } = server
  if (licenseServer === null) return { told: [], rest: [] }
  if (licenseServer === undefined) return { told: [], rest: [{ holder: server, key: 'licenseServer' }] }
  const { keyPacks } = licenseServer
  if (keyPacks === undefined) return { told: [], rest: [{ holder: licenseServer, key: 'keyPacks' }] }
  return { told: keyPacks, rest: restOf(keyPacks) ?? [] }
}

/** The servers whose key packs count; `missing` would tell of others. */
interface Holders {
  readonly holders: readonly Server[]
  readonly missing: readonly MissingFact[]
}

/** Finds the servers whose key packs count: listed licence servers, and destinations of retiring ones. */
export function licenseHolders(estate: Estate): Holders {
  const listed = listedLicenseServers(estate)
  const holders = new Set<Server>()
  const moves = estate.inventory.migration?.servers ?? []
  const missing: MissingFact[] = [...(restOf(listed) ?? []), ...(restOf(moves) ?? [])]
  const add = (name: string) => {
    const server = serverOf(estate, name)
    if (server instanceof Unknown) missing.push(...server.facts)
    else holders.add(server)
  }
  for (const name of listed) add(name)
  for (const { source, destination } of moves) {
    if (destination === undefined) continue
    const counts = holdsLicensing(estate, source)
    if (counts === true) add(destination)
    else if (counts instanceof Unknown && mayAdd(estate, destination, holders)) missing.push(...counts.facts)
  }
  return { holders: [...holders], missing }
}

/** Whether a destination would bring packs that are not counted already. */
function mayAdd(estate: Estate, destination: string, holders: ReadonlySet<Server>): boolean {
  const server = findServer(estate, destination)
  if (server === undefined || server instanceof Unknown) return true
  const { told, rest } = packsOn(server)
  return !holders.has(server) && (told.length > 0 || rest.length > 0)
}
