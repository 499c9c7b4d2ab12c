import type { SessionCollection, VirtualDesktopCollection } from '../../src/inventory/inventory.ts'
import { profileDisksOf } from './profile-disks.ts'
import { holders, type World } from './world.ts'

/** The session collections of a world; each host belongs to one of them, or to none. */
export function sessionCollections(world: World): readonly SessionCollection[] {
  const { random, isAmiss, refer, phase, target } = world
  const collections = random.some(['Sales', 'Finance', 'HR'], 0.7)
  const hosts = holders(world, 'RDS-RD-SERVER').filter(({ isDeployed }) => isDeployed)
  const homes = hosts.map((machine) => ({
    machine,
    home: isAmiss() ? undefined : random.pick(['Sales', ...collections]),
  }))
  const isDraining = phase !== 'before' && random.chance(0.4)
  return collections.map((name) => ({
    name,
    alias: name,
    type: random.pick(['PooledUnmanaged', 'PersonalUnmanaged']),
    sessionHosts: homes
      .filter(({ home }) => home === name)
      .map(({ machine }) => ({
        server: refer(machine),
        newConnectionAllowed:
          isAmiss() || (isDraining && machine.release < target)
            ? random.pick(['NotUntilReboot', 'No'] as const)
            : 'Yes',
        // The collection and the server tell one count.
        ...(random.chance(0.5) ? { sessions: machine.sessions } : {}),
      })),
    profileDisks: profileDisksOf(world, name),
    remoteApps: isAmiss() ? [{ alias: 'winword', displayName: 'Word', path: 'C:\\Office\\winword.exe' }] : [],
    userGroups: ['CONTOSO\\RDS Users'],
  }))
}

/** The virtual desktop collections of a world. */
export function virtualDesktopCollections(world: World): readonly VirtualDesktopCollection[] {
  const { refer, isAmiss, desktops } = world
  const names = new Set(desktops.map(({ collection }) => collection))
  return [...names].map((name) => ({
    name,
    type: 'PooledManaged',
    virtualDesktops: desktops
      .filter(({ collection }) => collection === name)
      .map((desktop) => ({
        name: desktop.name,
        host: isAmiss() ? 'VH99' : refer(desktop.host),
        state: desktop.state,
      })),
    profileDisks: profileDisksOf(world, name),
    userGroups: [],
  }))
}
