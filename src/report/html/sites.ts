import { parsePointer } from '../../model/pointer.ts'
import type { Category } from '../../model/report.ts'
import type { Topology } from '../../model/topology.ts'

/** The parts of the picture that are neither servers nor collections. */
export type Box = 'estate' | 'brokers' | 'webAccess' | 'gateways' | 'licenseServers' | 'certificates'

/** Where something sits: the servers and collections by their numbers, and what part of the picture carries the mark. */
export interface Site {
  readonly servers: readonly number[]
  readonly collections: readonly number[]
  /** `s3`, `c0`, `r1` (a role of a certificate) or a box. */
  readonly spots: readonly string[]
}

/** A collection with its number: session collections first, then those of virtual desktops. */
export interface CollectionSite {
  readonly name: string
  readonly kind: 'session collection' | 'virtual desktop collection'
  readonly hosts: Topology['sessionCollections']['list'][number]['hosts']
}

/** The collections of a topology, and where pointers lead in it. */
export interface Sites {
  readonly collections: readonly CollectionSite[]
  /** Where a pointer leads; what has no place of its own sits with the roles of its step. */
  readonly at: (pointer: string, category: Category) => Site
}

const boxOf = {
  estate: 'estate',
  'connection-broker': 'brokers',
  'session-collections': 'estate',
  'virtual-desktop-collections': 'estate',
  'web-access': 'webAccess',
  gateway: 'gateways',
  licensing: 'licenseServers',
  certificates: 'certificates',
} as const satisfies Record<Category, Box>

/** Prepares to find where pointers lead. */
export function sitesOf(topology: Topology | undefined): Sites {
  if (topology === undefined) return { collections: [], at: (_, category) => inBox(boxOf[category]) }
  const collections: readonly CollectionSite[] = [
    ...topology.sessionCollections.list.map((one) => ({ ...one, kind: 'session collection' as const })),
    ...topology.virtualDesktopCollections.list.map((one) => ({ ...one, kind: 'virtual desktop collection' as const })),
  ]
  const collectionsOf = new Map<number, number[]>()
  for (const [number, { hosts }] of collections.entries()) {
    for (const host of hosts.list) {
      const own = collectionsOf.get(host)
      if (own === undefined) collectionsOf.set(host, [number])
      else if (own.at(-1) !== number) own.push(number)
    }
  }
  return {
    collections,
    at: (pointer, category) => {
      const spot = spotAt(parsePointer(pointer) ?? [], topology) ?? boxOf[category]
      const number = Number(spot.slice(1))
      if (isSpot('s', spot)) return { servers: [number], collections: collectionsOf.get(number) ?? [], spots: [spot] }
      return isSpot('c', spot) ? { servers: [], collections: [number], spots: [spot] } : inBox(spot)
    },
  }
}

function inBox(spot: string): Site {
  return { servers: [], collections: [], spots: [spot] }
}

function isSpot(kind: string, spot: string): boolean {
  return spot.startsWith(kind) && /^\d+$/.test(spot.slice(1))
}

/** The spot of the deepest part of the picture that a pointer leads into. */
function spotAt(
  [section, list, at, inner, innerAt]: readonly (string | undefined)[],
  topology: Topology,
): string | undefined {
  if (section === 'servers') return server(position(list, topology.servers.list))
  if (section === 'migration') return list === 'servers' ? server(topology.moves[Number(at)]?.source) : undefined
  if (section !== 'deployment') return undefined
  const number = Number(at)
  switch (list) {
    case 'sessionCollections': {
      const host =
        inner === 'sessionHosts' ? topology.sessionCollections.list[number]?.hosts.list[Number(innerAt)] : undefined
      return server(host) ?? spot('c', position(at, topology.sessionCollections.list))
    }
    case 'virtualDesktopCollections': {
      const own = position(at, topology.virtualDesktopCollections.list)
      return spot('c', own === undefined ? undefined : topology.sessionCollections.list.length + own)
    }
    case 'highAvailability':
      return (at === 'connectionBrokers' && server(topology.highAvailability?.[Number(inner)])) || 'brokers'
    case 'activeManagementServer':
      return 'brokers'
    case 'licensing':
      return (at === 'servers' && server(topology.licenseServers.list[Number(inner)])) || 'licenseServers'
    case 'gateway':
      return 'gateways'
    case 'certificates':
      return spot('r', position(at, topology.certificates.list)) ?? 'certificates'
    default:
      return undefined
  }
}

function position(token: string | undefined, list: readonly unknown[]): number | undefined {
  const number = Number(token)
  return list[number] === undefined ? undefined : number
}

function server(number: number | undefined): string | undefined {
  return spot('s', number)
}

function spot(kind: string, number: number | undefined): string | undefined {
  return number === undefined ? undefined : `${kind}${number}`
}
