import type { KnownServers } from './estate.ts'
import { identityOf } from './facts/servers.ts'
import { mayDenoteSame, shortOf } from './names.ts'
import { parsePath } from './paths.ts'

/** Finds the entries of a list of locations that denote the same folder as a location, as positions in the list. */
export interface LocationIndex {
  readonly find: (location: string) => readonly number[]
}

/** Indexes locations of profile disks: their paths compare as Windows compares them, their servers as names of servers do. */
export function indexLocations(estate: KnownServers, locations: readonly string[]): LocationIndex {
  const groups = new Map<string, Entry[]>()
  locations.forEach((location, position) => {
    const { server, place } = addressOf(estate, location)
    const group = groups.get(place)
    if (group) group.push({ server, position })
    else groups.set(place, [{ server, position }])
  })
  const find = (location: string) => {
    const { server, place } = addressOf(estate, location)
    const group = groups.get(place) ?? []
    return group.filter((entry) => isSame(entry.server, server)).map(({ position }) => position)
  }
  const found = new Map<string, readonly number[]>()
  return {
    find: (location) => {
      const positions = found.get(location) ?? find(location)
      found.set(location, positions)
      return positions
    },
  }
}

interface Entry {
  readonly server: string
  readonly position: number
}

function addressOf(estate: KnownServers, location: string): { server: string; place: string } {
  const path = parsePath(location)
  if (path.kind === 'local') return { server: '', place: path.path }
  const server = identityOf(estate, path.server)
  return { server, place: `\\\\${shortOf(server)}\\${path.share}\\${path.below}` }
}

function isSame(one: string, other: string): boolean {
  return one === other || mayDenoteSame(one, other)
}
