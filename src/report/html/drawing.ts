import type { Topology } from '../../model/topology.ts'
import type { View } from './view.ts'

/** What the parts of the picture are drawn with. */
export interface Drawing {
  readonly view: View
  readonly topology: Topology
  /** The domain, with its dot, that all full names end with and that the picture leaves out; undefined where there is none. */
  readonly domain: string | undefined
  /** Gives the name of a server, without the domain. */
  readonly nameOf: (server: number) => string
  /** Gives the server that takes the place of one by the plan. */
  readonly movesTo: (server: number) => number | undefined
}

/** Prepares to draw a topology. */
export function drawingOf(view: View, topology: Topology): Drawing {
  const { servers, moves } = topology
  const domain = sharedDomain(topology)
  const destinations = new Map(moves.map(({ source, destination }) => [source, destination]))
  return {
    ...{ view, topology, domain },
    nameOf: (server) => {
      const name = servers.list[server]?.name ?? ''
      return domain !== undefined && name.includes('.') ? name.slice(0, -domain.length) : name
    },
    movesTo: (server) => destinations.get(server),
  }
}

function sharedDomain({ servers }: Topology): string | undefined {
  let shared: string | undefined
  for (const { name } of servers.list) {
    const dot = name.indexOf('.')
    if (dot < 0 || (shared !== undefined && name.length - dot === shared.length && name.endsWith(shared))) continue
    const domain = name.slice(dot).toLowerCase()
    // A name that begins with its dot would be left with nothing.
    if (dot === 0 || (shared !== undefined && domain !== shared)) return undefined
    shared = domain
  }
  return shared
}
