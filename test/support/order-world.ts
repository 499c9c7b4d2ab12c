import type { Inventory } from '../../src/inventory/inventory.ts'
import type { Arguments, Operation } from '../../src/plan/operation.ts'

/** What is known of a deployment between two steps, told by the steps themselves and not by the code under test. */
export interface World {
  readonly target: string
  /** What a server runs: the year of its release, and R2 behind it. */
  readonly release: (server: string) => string
  readonly sessions: ReadonlyMap<string, number>
  /** Hosts by collection, and those that take no new connections. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly drained: ReadonlySet<string>
  readonly virtualizationHosts: ReadonlySet<string>
  readonly machines: readonly Machine[]
  /** Collections by the folder of their profile disks today. */
  readonly diskUsers: (folder: string) => readonly string[]
  /** Whether the files of a location have been copied to the new one before the move. */
  readonly isCopied: (folder: string) => boolean
  /** Brokers of the high availability set. */
  readonly set: ReadonlySet<string>
  /** Licence servers that the deployment lists. */
  readonly listed: ReadonlySet<string>
  readonly successor: (server: string) => string | undefined
}

interface Machine {
  readonly name: string
  readonly collection: string
  readonly host: string
  /** A saved machine does not run, and somebody may be signed in to it all the same. */
  readonly isRunning: boolean
  readonly isOff: boolean
}

const off = { isRunning: false, isOff: true }
const on = { isRunning: true, isOff: false }

const builds: Readonly<Record<string, string>> = {
  '6.2.9200': '2012',
  '6.3.9600': '2012R2',
  '10.0.14393': '2016',
  '10.0.17763': '2019',
  '10.0.20348': '2022',
  '10.0.26100': '2025',
}

/** What is so after these steps. */
export function worldOf(
  { deployment, migration, servers = [] }: Inventory,
  target: string,
  steps: readonly Operation[],
): World {
  const spelling = new Map(servers.map(({ name }) => [short(name), name]))
  const nameOf = (name: string) => spelling.get(short(name)) ?? name
  const session = deployment?.sessionCollections ?? []
  const desktop = deployment?.virtualDesktopCollections ?? []
  const sessions = new Map<string, number>()
  const members = new Map<string, Set<string>>()
  const drained = new Set<string>()
  const locations = new Map([...session, ...desktop].map(({ name, profileDisks }) => [name, profileDisks?.location]))
  const releases = new Map(servers.map(({ name, operatingSystem }) => [name, builds[operatingSystem?.version ?? '']]))
  const set = new Set((deployment?.highAvailability?.connectionBrokers ?? []).map(nameOf))
  const listed = new Set((deployment?.licensing?.servers ?? []).map(nameOf))
  const virtualizationHosts = new Set(
    servers.filter(({ roles = [] }) => roles.includes('RDS-VIRTUALIZATION')).map(({ name }) => name),
  )
  for (const { name, sessionHosts = [] } of session) {
    members.set(name, new Set(sessionHosts.map(({ server }) => nameOf(server))))
    for (const host of sessionHosts)
      sessions.set(nameOf(host.server), (host.sessions?.active ?? 0) + (host.sessions?.disconnected ?? 0))
  }
  let machines: readonly Machine[] = desktop.flatMap(({ name: collection, virtualDesktops = [] }) =>
    virtualDesktops.map(({ name, host = '', state }) => ({
      name,
      collection,
      host: nameOf(host),
      isRunning: state === 'Running',
      isOff: state === 'Off',
    })),
  )
  const turn = (isAmong: (machine: Machine) => boolean, change: Partial<Machine>) => {
    machines = machines.map((machine) => (isAmong(machine) ? { ...machine, ...change } : machine))
  }
  for (const step of steps as readonly Partial<Arguments>[]) {
    for (const broker of step.removeBrokers?.brokers ?? []) set.delete(broker)
    if (step.addBroker) set.add(step.addBroker.broker)
    if (step.upgradeServer) releases.set(step.upgradeServer.server, step.upgradeServer.to ?? target)
    if (step.addLicenseServer) listed.add(step.addLicenseServer.server)
    if (step.removeLicenseServer) listed.delete(step.removeLicenseServer.server)
    if (step.addVirtualizationHost) virtualizationHosts.add(step.addVirtualizationHost.host)
    if (step.removeVirtualizationHost) virtualizationHosts.delete(step.removeVirtualizationHost.host)
    if (step.createCollection) members.set(step.createCollection.collection, new Set(step.createCollection.hosts))
    if (step.setProfileDiskLocation)
      locations.set(step.setProfileDiskLocation.collection, step.setProfileDiskLocation.location)
    if (step.removeCollection) locations.delete(step.removeCollection.collection)
    if (step.removeCollection) members.delete(step.removeCollection.collection)
    if (step.allowConnections) drained.delete(step.allowConnections.host)
    if (step.drain) drained.add(step.drain.host)
    if (step.signOut) sessions.set(step.signOut.host, 0)
    if (step.removeHost) members.get(step.removeHost.collection)?.delete(step.removeHost.host)
    if (step.addHost) {
      members.get(step.addHost.collection)?.add(step.addHost.host)
      drained.delete(step.addHost.host)
    }
    const { shutDownMachines, startMachines, shutDownDesktops, startDesktops, moveDesktops } = step
    if (shutDownMachines) turn(({ host }) => host === shutDownMachines.host, off)
    if (startMachines) turn(({ host }) => host === startMachines.host, on)
    if (shutDownDesktops) turn(({ collection }) => collection === shutDownDesktops.collection, off)
    if (startDesktops) turn(({ collection }) => collection === startDesktops.collection, on)
    if (moveDesktops)
      turn(({ host, collection }) => host === moveDesktops.from && collection === moveDesktops.collection, {
        host: moveDesktops.to,
      })
  }
  const moves = migration?.profileDiskLocations ?? []
  return {
    ...{ target, sessions, members, drained, virtualizationHosts, machines, set, listed },
    release: (server) => releases.get(server) ?? '',
    diskUsers: (folder) => [...locations].filter(([, location]) => location === folder).map(([name]) => name),
    isCopied: (folder) => (moves.find(({ source }) => source === folder)?.destinationFiles ?? []).length > 0,
    successor: (server) => migration?.servers?.find(({ source }) => source === server)?.destination,
  }
}

function short(name: string): string {
  return (name.split('.')[0] ?? name).toLowerCase()
}
