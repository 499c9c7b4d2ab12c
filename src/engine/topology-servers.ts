import type { Estate } from '../inventory/estate.ts'
import { hasRelease, releaseOf } from '../inventory/facts/releases.ts'
import type { Server } from '../inventory/inventory.ts'
import { fold } from '../inventory/names.ts'
import { restOf } from '../model/incomplete-list.ts'
import type { Known, TopologyServer } from '../model/topology.ts'
import { Unknown } from '../model/unknown.ts'

/** Numbers servers: those of the inventory by their positions, then what is only named. */
export interface NumberedServers {
  /** Gives the position of the server that a name denotes; a name that denotes no entry, or several, gets one of its own. */
  readonly numberOf: (name: string) => number
  /** Gives the positions of a list of names, which is known as far as they are. */
  readonly numbersOf: (names: readonly string[]) => Known<number>
  /** Gives all that were numbered so far. */
  readonly servers: () => Known<TopologyServer>
}

/** Prepares the servers of an estate to be numbered. */
export function numberServers(estate: Estate): NumberedServers {
  const named: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    const [position, other] = estate.serverNames.find(name)
    if (position !== undefined && other === undefined) return position
    const key = fold(name)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = estate.servers.length + named.push(name) - 1
    numbers.set(key, number)
    return number
  }
  return {
    numberOf,
    numbersOf: (names) => ({ list: names.map(numberOf), isWhole: restOf(names) === undefined }),
    servers: () => ({
      list: [
        ...estate.servers.map((server) => told(estate, server)),
        ...named.map((name) => ({ name, isOnlyNamed: true as const })),
      ],
      isWhole: restOf(estate.servers) === undefined,
    }),
  }
}

function told(estate: Estate, server: Server): TopologyServer {
  const { name } = server
  const release = releaseOf(estate, server)
  if (!(release instanceof Unknown)) return { name, release }
  return hasRelease(estate, server) === false ? { name, release: 'none' } : { name }
}
