import type { Inventory } from '../inventory/inventory.ts'
import { parsePath } from '../inventory/paths.ts'

/** Names of servers that stand anywhere in an inventory, in locations too, each spelling once. */
export function mentionedServers({ servers = [], deployment, migration }: Inventory): readonly string[] {
  const { sessionCollections = [], virtualDesktopCollections = [], highAvailability: set } = deployment ?? {}
  const locations = [
    ...[...sessionCollections, ...virtualDesktopCollections].map(({ profileDisks }) => profileDisks?.location ?? ''),
    ...(migration?.profileDiskLocations ?? []).flatMap(({ source, destination }) => [source, destination]),
  ]
  return [
    ...new Set([
      ...locations.map(parsePath).flatMap((path) => (path.kind === 'unc' ? [path.server] : [])),
      ...servers.flatMap(({ name, gateway }) => [name, ...(gateway?.farmMembers ?? [])]),
      ...sessionCollections.flatMap(({ sessionHosts = [] }) => sessionHosts.map(({ server }) => server)),
      ...virtualDesktopCollections.flatMap(({ virtualDesktops = [] }) =>
        virtualDesktops.flatMap(({ host }) => host ?? []),
      ),
      ...[deployment?.activeManagementServer, set?.activeManagementServer].flatMap((name) => name ?? []),
      ...(set?.connectionBrokers ?? []),
      ...(deployment?.licensing?.servers ?? []),
      ...(migration?.servers ?? []).flatMap(({ source, destination }) => [
        source,
        ...(destination ? [destination] : []),
      ]),
    ]),
  ]
}
