import type { Inventory } from '../../src/inventory/inventory.ts'
import type { Arguments, Operation, OperationName } from '../../src/plan/operation.ts'

/** What is known of a deployment between two steps, told by the steps themselves and not by the code under test. */
export interface World {
  readonly sessions: ReadonlyMap<string, number>
  /** Hosts by collection, and those that take no new connections. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly drained: ReadonlySet<string>
  /** Servers at the target. */
  readonly upgraded: ReadonlySet<string>
  readonly machines: readonly Machine[]
  /** Collections by the folder of their profile disks today. */
  readonly diskUsers: (folder: string) => readonly string[]
  /** Whether the files of a location have been copied to the new one before the move. */
  readonly isCopied: (folder: string) => boolean
  readonly removedBrokers: ReadonlySet<string>
  readonly isBroker: (server: string) => boolean
  readonly successor: (server: string) => string | undefined
  readonly apps: (collection: string) => number
}

interface Machine {
  readonly name: string
  readonly collection: string
  readonly host: string
  /** A saved machine does not run, and somebody may be signed in to it all the same. */
  readonly isRunning: boolean
  readonly isOff: boolean
}

/** An order between two steps, as the article and `plan.md` have it. */
export interface Constraint {
  readonly name: string
  /** The rule that stands for it. */
  readonly rule: string
  /** Rules that may speak up too, since the wrong order has consequences. */
  readonly follows?: readonly string[]
  /** Whether `then` may not come before `now`, which it follows in the documented order. */
  readonly isBroken: (now: Operation, then: Operation, world: World) => boolean
}

function order<One extends OperationName, Other extends OperationName>(
  name: string,
  now: One,
  then: Other,
  rule: string,
  isBroken: (now: Arguments[One], then: Arguments[Other], world: World) => boolean,
  follows: readonly string[] = [],
): Constraint {
  return {
    ...{ name, rule, follows },
    isBroken: (one, other, world) => {
      const taken = (one as unknown as Partial<Arguments>)[now] as Arguments[One] | undefined
      const next = (other as unknown as Partial<Arguments>)[then] as Arguments[Other] | undefined
      return taken !== undefined && next !== undefined && isBroken(taken, next, world)
    },
  }
}

const impossible = 'runbook-step-impossible'
const mixedSet = ['broker-ha-mixed-releases', 'broker-ha-surplus-brokers', 'session-host-newer-than-broker']

export const constraints: readonly Constraint[] = [
  order(
    'the other brokers leave before the one that stays is upgraded',
    'removeBrokers',
    'upgradeServer',
    'broker-ha-surplus-brokers',
    ({ brokers }, { server }, { isBroker, removedBrokers }) =>
      isBroker(server) && !brokers.includes(server) && !removedBrokers.has(server),
    mixedSet,
  ),
  order(
    'a broker is upgraded before one of the target joins the set, itself or another one',
    'upgradeServer',
    'addBroker',
    'broker-ha-mixed-releases',
    ({ server }, { broker }, { isBroker, removedBrokers }) =>
      server === broker || (isBroker(server) && !removedBrokers.has(server)),
    mixedSet,
  ),
  order(
    'a broker joins before it becomes the active one',
    'addBroker',
    'setActiveBroker',
    impossible,
    (now, then) => now.broker === then.broker,
    ['broker-kept-is-not-active'],
  ),
  order(
    'another broker becomes active before the active one leaves',
    'setActiveBroker',
    'removeBrokers',
    'broker-kept-is-not-active',
    () => true,
    [impossible],
  ),
  order(
    'a host is drained before its users are signed out',
    'drain',
    'signOut',
    'session-host-accepts-connections',
    (now, then) => now.host === then.host,
  ),
  order(
    'old hosts are drained before new ones join',
    'drain',
    'addHost',
    'session-collection-mixed-releases',
    ({ host }, { collection }, { members }) => members.get(collection)?.has(host) === true,
  ),
  order(
    'users are signed out before their host leaves',
    'signOut',
    'removeHost',
    'session-host-has-sessions',
    ({ host }, then, { sessions }) => host === then.host && (sessions.get(host) ?? 0) > 0,
  ),
  order(
    'only hosts of a collection are signed out',
    'signOut',
    'removeHost',
    impossible,
    (now, then) => now.host === then.host,
  ),
  order(
    'users are signed out before their disks move',
    'signOut',
    'moveProfileDisks',
    'session-host-has-sessions',
    ({ host }, { from }, { sessions, members, diskUsers }) =>
      (sessions.get(host) ?? 0) > 0 && diskUsers(from).some((collection) => members.get(collection)?.has(host)),
  ),
  order(
    'users are signed out before their host is upgraded',
    'signOut',
    'upgradeServer',
    'session-host-has-sessions',
    ({ host }, { server }, { sessions }) => host === server && (sessions.get(host) ?? 0) > 0,
  ),
  order(
    'a host leaves a collection that others serve before it is upgraded',
    'removeHost',
    'upgradeServer',
    'session-collection-mixed-releases',
    ({ collection, host }, { server }, { members, drained, upgraded }) =>
      host === server &&
      [...(members.get(collection) ?? [])].some(
        (other) => other !== host && !drained.has(other) && !upgraded.has(other),
      ),
  ),
  order(
    'a host is upgraded before it joins again',
    'upgradeServer',
    'addHost',
    'session-host-accepts-connections',
    ({ server }, { host }) => server === host,
    ['session-collection-mixed-releases'],
  ),
  order(
    'a host is upgraded before it takes connections again',
    'upgradeServer',
    'allowConnections',
    'session-host-accepts-connections',
    ({ server }, { host }) => server === host,
    ['session-collection-mixed-releases'],
  ),
  order(
    'a collection is made before apps are published in it',
    'createCollection',
    'publishApps',
    impossible,
    (now, then) => now.collection === then.to,
  ),
  order(
    'apps are published before their collection goes',
    'publishApps',
    'removeCollection',
    impossible,
    ({ from }, { collection }, { apps }) => from === collection && apps(from) > 0,
  ),
  order(
    'hosts leave a collection before it goes',
    'removeHost',
    'removeCollection',
    impossible,
    (now, then) => now.collection === then.collection,
  ),
  order(
    'a virtualization host joins before desktops move to it',
    'addVirtualizationHost',
    'moveDesktops',
    impossible,
    ({ host }, { to }) => host === to,
  ),
  order(
    'desktops move before their host leaves',
    'moveDesktops',
    'removeVirtualizationHost',
    'virtual-desktop-on-retiring-host',
    ({ collection, from }, { host }, { machines }) =>
      from === host && machines.some((machine) => machine.host === host && machine.collection === collection),
    [impossible],
  ),
  order(
    'the new licence server is listed before the licences leave the old one',
    'addLicenseServer',
    'removeLicenses',
    impossible,
    (now, then, { successor }) => successor(then.server) === now.server,
  ),
  order(
    'licences leave a server before it leaves the list',
    'removeLicenses',
    'removeLicenseServer',
    'license-cals-on-both-servers',
    (now, then) => now.server === then.server,
  ),
  order(
    'a licence server is upgraded before it holds licences of the target',
    'upgradeServer',
    'installLicenses',
    'license-server-older-than-host',
    (now, then) => now.server === then.server,
  ),
  order(
    'desktops are off before their disks move',
    'shutDownDesktops',
    'moveProfileDisks',
    impossible,
    ({ collection }, { from }, { diskUsers, machines }) =>
      diskUsers(from).includes(collection) &&
      machines.some((machine) => machine.collection === collection && !machine.isOff),
  ),
  order(
    'machines that start do so before the desktops of a collection are shut down for its disks',
    'startMachines',
    'shutDownDesktops',
    impossible,
    ({ host }, { collection }, { machines }) =>
      machines.some((machine) => machine.host === host && machine.collection === collection),
  ),
  order(
    'files are moved before a collection points at them',
    'moveProfileDisks',
    'setProfileDiskLocation',
    'profile-disk-files-missing',
    ({ from, to }, { location }, { isCopied }) => to === location && !isCopied(from),
    [impossible],
  ),
  order(
    'machines are off before their host is upgraded',
    'shutDownMachines',
    'upgradeServer',
    'virtual-machine-running',
    ({ host }, { server }, { machines }) =>
      host === server && machines.some((machine) => machine.host === host && machine.isRunning),
  ),
  order(
    'a virtualization host is upgraded before its machines start',
    'upgradeServer',
    'startMachines',
    'virtual-machine-running',
    ({ server }, { host }, { machines }) => host === server && machines.some((machine) => machine.host === host),
  ),
  order(
    'one hop comes after another',
    'upgradeServer',
    'upgradeServer',
    'in-place-path-unsupported',
    (now, then) => now.server === then.server,
    mixedSet,
  ),
]

const off = { isRunning: false, isOff: true }
const on = { isRunning: true, isOff: false }

/** What is so after these steps. */
export function worldOf({ deployment, migration, servers = [] }: Inventory, steps: readonly Operation[]): World {
  const spelling = new Map(servers.map(({ name }) => [short(name), name]))
  const nameOf = (name: string) => spelling.get(short(name)) ?? name
  const session = deployment?.sessionCollections ?? []
  const desktop = deployment?.virtualDesktopCollections ?? []
  const sessions = new Map<string, number>()
  const members = new Map<string, Set<string>>()
  const drained = new Set<string>()
  const upgraded = new Set<string>()
  const removedBrokers = new Set<string>()
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
  const set = (isAmong: (machine: Machine) => boolean, change: Partial<Machine>) => {
    machines = machines.map((machine) => (isAmong(machine) ? { ...machine, ...change } : machine))
  }
  for (const step of steps as readonly Partial<Arguments>[]) {
    for (const broker of step.removeBrokers?.brokers ?? []) removedBrokers.add(broker)
    if (step.addBroker) removedBrokers.delete(step.addBroker.broker)
    if (step.upgradeServer && !step.upgradeServer.to) upgraded.add(step.upgradeServer.server)
    if (step.drain) drained.add(step.drain.host)
    if (step.signOut) sessions.set(step.signOut.host, 0)
    if (step.removeHost) members.get(step.removeHost.collection)?.delete(step.removeHost.host)
    if (step.addHost) {
      members.get(step.addHost.collection)?.add(step.addHost.host)
      drained.delete(step.addHost.host)
    }
    const { shutDownMachines, startMachines, shutDownDesktops, startDesktops, moveDesktops } = step
    if (shutDownMachines) set(({ host }) => host === shutDownMachines.host, off)
    if (startMachines) set(({ host }) => host === startMachines.host, on)
    if (shutDownDesktops) set(({ collection }) => collection === shutDownDesktops.collection, off)
    if (startDesktops) set(({ collection }) => collection === startDesktops.collection, on)
    if (moveDesktops)
      set(({ host, collection }) => host === moveDesktops.from && collection === moveDesktops.collection, {
        host: moveDesktops.to,
      })
  }
  const moves = migration?.profileDiskLocations ?? []
  return {
    ...{ sessions, members, drained, upgraded, machines, removedBrokers },
    diskUsers: (folder) =>
      [...session, ...desktop].filter(({ profileDisks }) => profileDisks?.location === folder).map(({ name }) => name),
    isCopied: (folder) => (moves.find(({ source }) => source === folder)?.destinationFiles ?? []).length > 0,
    isBroker: (server) =>
      (deployment?.highAvailability?.connectionBrokers ?? []).some((broker) => nameOf(broker) === server),
    successor: (server) => migration?.servers?.find(({ source }) => source === server)?.destination,
    apps: (collection) => session.find(({ name }) => name === collection)?.remoteApps?.length ?? 0,
  }
}

function short(name: string): string {
  return (name.split('.')[0] ?? name).toLowerCase()
}
