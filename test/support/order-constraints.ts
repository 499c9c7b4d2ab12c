import type { Arguments, Operation, OperationName } from '../../src/plan/operation.ts'
import type { World } from './order-world.ts'

/** An order between two steps, as the article and `plan.md` have it. */
export interface Constraint {
  readonly name: string
  /** The rule that stands for it. */
  readonly rule: string
  /** Rules that may speak up too, since the wrong order has consequences. */
  readonly follows?: readonly string[]
  /** Whether it is only a step after both that has it named. */
  readonly isLate?: boolean
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
  isLate = false,
): Constraint {
  return {
    ...{ name, rule, follows, isLate },
    isBroken: (one, other, world) => {
      const taken = (one as unknown as Partial<Arguments>)[now] as Arguments[One] | undefined
      const next = (other as unknown as Partial<Arguments>)[then] as Arguments[Other] | undefined
      return taken !== undefined && next !== undefined && isBroken(taken, next, world)
    },
  }
}

const impossible = 'runbook-step-impossible'
const mixedSet = ['broker-ha-mixed-releases', 'broker-ha-surplus-brokers']
const newerHost = 'session-host-newer-than-broker'
const newerVirtualizationHost = 'virtualization-host-newer-than-broker'
const olderLicenses = 'license-server-older-than-host'

/** Every order that the article or `plan.md` asks for. */
export const constraints: readonly Constraint[] = [
  order(
    'the other brokers leave before one is upgraded',
    'removeBrokers',
    'upgradeServer',
    'broker-ha-surplus-brokers',
    (_, { server }, { set }) => set.has(server),
    [...mixedSet, newerHost, newerVirtualizationHost],
  ),
  order(
    'a broker is upgraded before one of the target joins the set, itself or another one',
    'upgradeServer',
    'addBroker',
    'broker-ha-mixed-releases',
    ({ server }, { broker }, { set }) => server === broker || set.has(server),
    [...mixedSet, newerHost, newerVirtualizationHost],
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
    'one of two brokers of 2012 R2 leaves before a third joins',
    'removeBrokers',
    'addBroker',
    'broker-ha-too-many-brokers',
    ({ brokers }, { broker }, { target, set }) =>
      target === '2012R2' && set.size === 2 && !set.has(broker) && !brokers.includes(broker),
  ),
  order(
    'brokers are upgraded before hosts of the target join',
    'upgradeServer',
    'addHost',
    newerHost,
    ({ server }, { host }, { set, release }) => set.has(server) && release(host) > release(server),
  ),
  order(
    'brokers are upgraded before a collection is made of hosts of the target',
    'upgradeServer',
    'createCollection',
    newerHost,
    ({ server }, { hosts }, { set, release }) =>
      set.has(server) && hosts.some((host) => release(host) > release(server)),
  ),
  order(
    'brokers are upgraded before session hosts',
    'upgradeServer',
    'upgradeServer',
    newerHost,
    (now, { server, to }, { set, release, members, target }) =>
      now.server !== server &&
      set.has(now.server) &&
      collectionOf(members, server) !== undefined &&
      (to ?? target) > release(now.server),
    [newerVirtualizationHost, ...mixedSet],
  ),
  order(
    'brokers are upgraded before virtualization hosts of the target join',
    'upgradeServer',
    'addVirtualizationHost',
    newerVirtualizationHost,
    ({ server }, { host }, { set, release }) => set.has(server) && release(host) > release(server),
  ),
  order(
    'brokers are upgraded before virtualization hosts',
    'upgradeServer',
    'upgradeServer',
    newerVirtualizationHost,
    (now, { server, to }, { set, release, virtualizationHosts, target }) =>
      now.server !== server &&
      set.has(now.server) &&
      virtualizationHosts.has(server) &&
      (to ?? target) > release(now.server),
    [newerHost, ...mixedSet],
  ),
  order(
    'a new licence server is listed before hosts of the target join',
    'addLicenseServer',
    'addHost',
    olderLicenses,
    (_, { host }, world) => !isServed(world, world.release(host)),
  ),
  order(
    'a new licence server is listed before a collection is made of hosts of the target',
    'addLicenseServer',
    'createCollection',
    olderLicenses,
    (_, { hosts }, world) => hosts.some((host) => !isServed(world, world.release(host))),
  ),
  order(
    'licence servers are upgraded before session hosts',
    'upgradeServer',
    'upgradeServer',
    olderLicenses,
    (now, { server, to }, world) =>
      now.server !== server &&
      world.listed.has(now.server) &&
      !world.listed.has(server) &&
      collectionOf(world.members, server) !== undefined &&
      !isServed(world, to ?? world.target),
  ),
  order(
    'licence servers are upgraded before upgraded hosts join again',
    'upgradeServer',
    'addHost',
    olderLicenses,
    ({ server }, { host }, world) =>
      server !== host && world.listed.has(server) && !isServed(world, world.release(host)),
  ),
  order(
    'a host leaves its collection before it outruns the licence servers',
    'removeHost',
    'upgradeServer',
    olderLicenses,
    ({ host }, { server, to }, world) =>
      host === server && !world.listed.has(server) && !isServed(world, to ?? world.target),
    ['session-collection-mixed-releases'],
  ),
  order(
    'a host is drained before its users are signed out',
    'drain',
    'signOut',
    'session-host-accepts-connections',
    (now, then) => now.host === then.host,
  ),
  order(
    'a host is drained before it is upgraded',
    'drain',
    'upgradeServer',
    'session-host-accepts-connections',
    ({ host }, { server }, { members, drained }) =>
      host === server && collectionOf(members, host) !== undefined && !drained.has(host),
    ['session-collection-mixed-releases'],
  ),
  order(
    'old hosts are drained before another one of their collection is upgraded',
    'drain',
    'upgradeServer',
    'session-collection-mixed-releases',
    ({ host }, { server, to }, { members, drained, release, target }) =>
      host !== server &&
      collectionOf(members, host) !== undefined &&
      collectionOf(members, host) === collectionOf(members, server) &&
      !drained.has(host) &&
      release(host) < (to ?? target),
    ['session-host-accepts-connections'],
  ),
  order(
    'old hosts are drained before new ones join',
    'drain',
    'addHost',
    'session-collection-mixed-releases',
    ({ host }, then, { members, release }) =>
      collectionOf(members, host) === then.collection && release(host) !== release(then.host),
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
    'users are signed out before their host takes connections again',
    'signOut',
    'allowConnections',
    'session-host-accepts-connections',
    (now, then) => now.host === then.host,
  ),
  order(
    'a host leaves a collection that others serve before it is upgraded',
    'removeHost',
    'upgradeServer',
    'session-collection-mixed-releases',
    ({ collection, host }, { server, to }, { members, drained, release, target }) =>
      host === server &&
      [...(members.get(collection) ?? [])].some(
        (other) => other !== host && !drained.has(other) && release(other) < (to ?? target),
      ),
    [olderLicenses],
  ),
  order(
    'a host leaves one collection before it joins another',
    'removeHost',
    'addHost',
    impossible,
    (now, then) => now.host === then.host,
    ['session-collection-mixed-releases'],
  ),
  order(
    'a host is upgraded before it joins again',
    'upgradeServer',
    'addHost',
    'session-host-accepts-connections',
    ({ server }, { host }) => server === host,
    ['session-collection-mixed-releases', olderLicenses],
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
    'a collection is made before it has profile disks',
    'createCollection',
    'setProfileDiskLocation',
    impossible,
    (now, then) => now.collection === then.collection,
  ),
  order(
    'a collection is made before hosts of another join it',
    'createCollection',
    'addHost',
    impossible,
    (now, then) => now.collection === then.collection,
  ),
  order(
    'apps are published before their collection goes',
    'publishApps',
    'removeCollection',
    impossible,
    ({ from }, { collection }) => from === collection,
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
    'licences are on the new server before they leave the old one',
    'moveLicenses',
    'removeLicenses',
    impossible,
    (now, then) => now.from === then.server,
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
    'a licence server is listed before the last other one leaves the list',
    'addLicenseServer',
    'removeLicenseServer',
    'license-server-missing',
    (_, { server }, { listed }) => [...listed].every((other) => other === server),
  ),
  order(
    'a licence server is upgraded before it holds licences of the target',
    'upgradeServer',
    'installLicenses',
    olderLicenses,
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
    'disks move before the desktops start again',
    'moveProfileDisks',
    'startDesktops',
    impossible,
    ({ from }, { collection }, { diskUsers, machines }) =>
      diskUsers(from).includes(collection) && machines.some((machine) => machine.collection === collection),
  ),
  order(
    'machines that start do so before the desktops of a collection are shut down for its disks',
    'startMachines',
    'shutDownDesktops',
    impossible,
    ({ host }, { collection }, { machines }) =>
      machines.some((machine) => machine.host === host && machine.collection === collection),
    [],
    true,
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
    // The server ends at the hop, which is older than what joins it later.
    [...mixedSet, newerHost, newerVirtualizationHost, olderLicenses, 'session-collection-mixed-releases'],
  ),
]

function collectionOf(members: World['members'], host: string): string | undefined {
  return [...members].find(([, hosts]) => hosts.has(host))?.[0]
}

/** Whether a listed licence server can hold the licences for hosts of a release; those of 2012 are for 2012 R2 too. */
function isServed({ listed, release }: World, hosts: string): boolean {
  return [...listed].some((server) => release(server).slice(0, 4) >= hosts.slice(0, 4))
}
