import type { Inventory } from '../../src/inventory/inventory.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { type Random, randomOf } from './random.ts'

/** Operations that name what an inventory holds, in no sensible order: what somebody might do who does not know better. */
export function randomRunbook(inventory: Inventory, seed: number, length: number): readonly Operation[] {
  const random = randomOf(seed)
  return Array.from({ length }, () => random.pick(operations)(namesOf(inventory, random)))
}

interface Names {
  readonly server: () => string
  readonly collection: () => string
  readonly desktops: () => string
  readonly location: () => string
}

function namesOf({ servers = [], deployment, migration }: Inventory, random: Random): Names {
  const one = (names: readonly string[], otherwise: string) => () => random.pick(names.length > 0 ? names : [otherwise])
  const disks = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  return {
    server: one([...servers.map(({ name }) => name), 'RDSH99.contoso.example'], ''),
    collection: one([...(deployment?.sessionCollections ?? []).map(({ name }) => name), 'Lab'], ''),
    desktops: one(
      (deployment?.virtualDesktopCollections ?? []).map(({ name }) => name),
      'Lab',
    ),
    location: one(
      [
        ...disks.flatMap(({ profileDisks }) => profileDisks?.location ?? []),
        ...(migration?.profileDiskLocations ?? []).flatMap(({ source, destination }) => [source, destination]),
      ],
      '\\\\FS09\\upd\\Sales',
    ),
  }
}

const operations: readonly ((names: Names) => Operation)[] = [
  ({ server }) => ({ removeBrokers: { brokers: [server()] } }),
  ({ server }) => ({ upgradeServer: { server: server() } }),
  ({ server }) => ({ upgradeServer: { server: server(), to: '2016' } }),
  ({ server }) => ({ addBroker: { broker: server() } }),
  ({ server }) => ({ setActiveBroker: { broker: server() } }),
  ({ server, collection }) => ({ addHost: { collection: collection(), host: server() } }),
  ({ server, collection }) => ({ removeHost: { collection: collection(), host: server() } }),
  ({ server }) => ({ drain: { host: server() } }),
  ({ server }) => ({ allowConnections: { host: server() } }),
  ({ server }) => ({ signOut: { host: server() } }),
  ({ server }) => ({ createCollection: { collection: 'Lab', hosts: [server()] } }),
  ({ collection }) => ({ publishApps: { from: collection(), to: collection() } }),
  ({ collection }) => ({ removeCollection: { collection: collection() } }),
  ({ server }) => ({ shutDownMachines: { host: server() } }),
  ({ server }) => ({ startMachines: { host: server() } }),
  ({ desktops }) => ({ shutDownDesktops: { collection: desktops() } }),
  ({ desktops }) => ({ startDesktops: { collection: desktops() } }),
  ({ server }) => ({ addVirtualizationHost: { host: server() } }),
  ({ server }) => ({ removeVirtualizationHost: { host: server() } }),
  ({ server, desktops }) => ({ moveDesktops: { collection: desktops(), from: server(), to: server() } }),
  ({ location }) => ({ moveProfileDisks: { from: location(), to: location() } }),
  ({ collection, location }) => ({ setProfileDiskLocation: { collection: collection(), location: location() } }),
  ({ server }) => ({ replaceServer: { server: server(), by: server() } }),
  ({ server }) => ({ addLicenseServer: { server: server() } }),
  ({ server }) => ({ removeLicenseServer: { server: server() } }),
  ({ server }) => ({ moveLicenses: { from: server(), to: server() } }),
  ({ server }) => ({ removeLicenses: { server: server() } }),
  ({ server }) => ({ installLicenses: { server: server() } }),
  () => ({ setCertificate: { role: 'RDGateway' } }),
]
