import { holdsRole } from '../../inventory/facts/roles.ts'
import { sameServer } from '../../inventory/facts/servers.ts'
import type { VirtualDesktopCollection } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { Operation } from '../operation.ts'
import { desktopCollections, sessionCollections } from '../preconditions/collections.ts'
import { diskGroups, diskLocation, mayMove, movesFor, untoldDisks } from './disk-moves.ts'
import type { Draft } from './draft.ts'
import { type Scene, successorOf } from './scene.ts'
import { upgrade } from './upgrades.ts'

const category = 'virtual-desktop-collections'

/** The stage of the virtual desktops: new hosts join, the desktops move, the old hosts leave; or hosts are upgraded one by one. */
export function desktopStage(scene: Scene): readonly Draft[] {
  const collections = desktopCollections(scene.estate)
  if (restOf(collections))
    scene.gap(category, 'Not all virtual desktop collections are known; those that are not have no steps here.')
  for (const collection of collections) {
    const { name, virtualDesktops } = collection
    if (mayMove(scene, collection)) scene.gap(category, untoldDisks(collection))
    if (!virtualDesktops || restOf(virtualDesktops) || virtualDesktops.some(({ host }) => host === undefined))
      scene.gap(
        category,
        `Not all desktops of ${name}, or not all of their hosts, are known; those that are not have no steps here.`,
      )
  }
  // A broker that is upgraded and retires all the same hands its desktops over.
  const hosts = hostsOf(scene, collections).filter(
    (host) => scene.retires(host) || !scene.upgraded.has(scene.identity(host)),
  )
  const isNewServers = scene.estate.method === 'migrate'
  const leaving = hosts.filter((host) => scene.retires(host) || (isNewServers && scene.isOld(host)))
  const upgrading = hosts.filter((host) => !leaving.includes(host) && scene.isOld(host))
  return [
    ...replaced(scene, collections, leaving),
    ...upgrading.flatMap((host) => upgrade(scene, category, host)),
    ...diskSteps(scene, collections),
  ]
}

function hostsOf(
  { estate, name, identity }: Scene,
  collections: readonly VirtualDesktopCollection[],
): readonly string[] {
  const byRole = estate.servers
    .filter((server) => holdsRole(server, 'RDS-VIRTUALIZATION') === true)
    .map((one) => one.name)
  const byDesktop = collections.flatMap(({ virtualDesktops = [] }) => virtualDesktops.flatMap(({ host }) => host ?? []))
  const all = [...byRole, ...byDesktop].map(name)
  return [...new Map(all.map((host) => [identity(host), host])).values()]
}

function replaced(
  scene: Scene,
  collections: readonly VirtualDesktopCollection[],
  leaving: readonly string[],
): readonly Draft[] {
  const swaps = leaving.map((from) => ({ from, to: successorOf(scene, from) }))
  const arrivals = new Map(swaps.map(({ from, to }) => [to, from]))
  return [
    ...[...arrivals].map(
      ([host, from]) => ({ category, migrates: from, operation: { addVirtualizationHost: { host } } }) as const,
    ),
    ...swaps.flatMap(({ from, to }) =>
      collections
        .filter((collection) => sitsOn(scene, collection, from))
        .map(
          ({ name }) =>
            ({ category, migrates: from, operation: { moveDesktops: { collection: name, from, to } } }) as const,
        ),
    ),
    ...leaving.map(
      (host) => ({ category, migrates: host, operation: { removeVirtualizationHost: { host } } }) as const,
    ),
  ]
}

function sitsOn({ estate }: Scene, { virtualDesktops = [] }: VirtualDesktopCollection, host: string): boolean {
  return virtualDesktops.some(
    (desktop) => desktop.host !== undefined && sameServer(estate, desktop.host, host) === true,
  )
}

/** The starts of the machines of hosts that are upgraded with desktops of a collection on them. */
function startsOf(scene: Scene, collection: VirtualDesktopCollection): readonly Operation[] {
  return [...scene.upgraded.values()].flatMap((operation) => {
    const host = 'upgradeServer' in operation ? operation.upgradeServer.server : undefined
    return host !== undefined && sitsOn(scene, collection, host) ? [{ startMachines: { host } }] : []
  })
}

/** Profile disks that no session collection shares, near or far; those that one does moved with it. */
function diskSteps(scene: Scene, collections: readonly VirtualDesktopCollection[]): readonly Draft[] {
  const sessions = sessionCollections(scene.estate)
  const all = [...sessions.map((of) => ({ of, isShared: true })), ...collections.map((of) => ({ of, isShared: false }))]
  const groups = diskGroups(all, ({ of }) => movesFor(scene, of))
  return groups.flatMap(({ members: together, moves }) => {
    if (together.some(({ isShared }) => isShared)) return []
    const members = together.map(({ of }) => of)
    if (moves.length === 0) return []
    const goals = members.flatMap((collection): readonly Operation[] => {
      const location = diskLocation(scene, collection)
      return location === undefined ? [] : [{ setProfileDiskLocation: { collection: collection.name, location } }]
    })
    const each = <T extends Operation>(make: (collection: string) => T) =>
      members.map(({ name }) => ({ category, operation: make(name) }) as const)
    return [
      // Desktops that are off for the upgrade of their host start again before they are shut down for their disks.
      ...members.map((one) => ({
        ...({ category, operation: { shutDownDesktops: { collection: one.name } }, prepares: goals } as const),
        follows: startsOf(scene, one),
      })),
      ...moves.map(
        ({ source, destination }) =>
          ({
            category,
            operation: { moveProfileDisks: { from: source, to: destination } },
            prepares: goals,
          }) as const,
      ),
      ...goals.map((operation) => ({ category, operation }) as const),
      ...each((collection) => ({ startDesktops: { collection } })).map((draft) => ({ ...draft, follows: goals })),
    ]
  })
}
