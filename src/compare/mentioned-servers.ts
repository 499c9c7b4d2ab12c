import type { Inventory } from '../inventory/inventory.ts'

/** Names of servers that stand anywhere in an inventory, each spelling once. */
export function mentionedServers({ servers = [], deployment, migration }: Inventory): readonly string[] {
  const { sessionCollections = [], virtualDesktopCollections = [], highAvailability: set } = deployment ?? {}
  return [
    ...new Set([
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
