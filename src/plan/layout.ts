import type { Estate } from '../inventory/estate.ts'
import { activeServer, brokers } from '../inventory/facts/brokers.ts'
import { listedLicenseServers } from '../inventory/facts/licensing.ts'
import { releaseOf } from '../inventory/facts/releases.ts'
import { findServer, sameServer } from '../inventory/facts/servers.ts'
import type { Role } from '../inventory/inventory.ts'
import { incomplete, restOf } from '../model/incomplete-list.ts'
import type { Layout, LayoutBox, LayoutServer } from '../model/plan-report.ts'
import { Unknown } from '../model/unknown.ts'
import { desktopCollections, isDrained, sessionCollections } from './preconditions/collections.ts'

/** What stands where in a state: roles, collections, and the servers beside them. */
export function layoutOf(estate: Estate): Layout {
  const active = activeServer(estate)
  const isActive = (name: string) => !(active instanceof Unknown) && sameServer(estate, name, active) === true
  const boxes = [
    box(estate, 'Web Access', byRole(estate, 'RDS-WEB-ACCESS')),
    box(estate, 'Gateways', byRole(estate, 'RDS-GATEWAY')),
    box(estate, 'Connection brokers', brokers(estate), (name) => (isActive(name) ? 'active' : undefined)),
    box(estate, 'Licence servers', listedLicenseServers(estate)),
    ...sessionCollections(estate).map(({ name, sessionHosts = incomplete([], [{ holder: estate.inventory }]) }) => {
      const drained = new Set(sessionHosts.filter((host) => isDrained(host) === true).map(({ server }) => server))
      const hosts = incomplete(
        sessionHosts.map(({ server }) => server),
        restOf(sessionHosts) ?? [],
      )
      return box(estate, `Collection ${name}`, hosts, (host) => (drained.has(host) ? 'drained' : undefined))
    }),
    ...desktopCollections(estate).map(({ name, virtualDesktops = incomplete([], [{ holder: estate.inventory }]) }) => {
      const hosts = virtualDesktops.flatMap(({ host }) => host ?? [])
      const rest = restOf(virtualDesktops) ?? []
      return box(estate, `Virtual desktops ${name}`, incomplete(distinct(estate, hosts), rest), (host) => {
        const count = hosts.filter((one) => one === host).length
        return `${count} ${count === 1 ? 'desktop' : 'desktops'}`
      })
    }),
  ]
  const placed = new Set(boxes.flatMap(({ servers }) => servers.map(({ name }) => name)))
  const others = estate.servers.map(({ name }) => name).filter((name) => !placed.has(name))
  return { boxes: [...boxes, ...(others.length > 0 ? [box(estate, 'Beside them', others)] : [])] }
}

function box(
  estate: Estate,
  title: string,
  names: readonly string[],
  note: (name: string) => string | undefined = () => undefined,
): LayoutBox {
  return { title, servers: names.map((name) => shown(estate, name, note(name))), isWhole: restOf(names) === undefined }
}

function shown(estate: Estate, name: string, note: string | undefined): LayoutServer {
  const found = findServer(estate, name)
  const release = releaseOf(estate, name)
  return {
    name: found === undefined || found instanceof Unknown ? name : found.name,
    ...(release instanceof Unknown ? {} : { release }),
    ...(note === undefined ? {} : { note }),
  }
}

function byRole(estate: Estate, role: Role): readonly string[] {
  const untold = estate.servers.filter(({ roles }) => roles === undefined)
  const names = estate.servers.filter(({ roles }) => roles?.includes(role)).map(({ name }) => name)
  return incomplete(names, [
    ...(restOf(estate.servers) ?? []),
    ...untold.map((server) => ({ holder: server, key: 'roles' })),
  ])
}

function distinct({ serverNames }: Estate, names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [serverNames.find(name)[0] ?? name, name])).values()]
}
