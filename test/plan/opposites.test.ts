import { describe, expect, test } from 'vitest'
import { estate } from '../../scripts/estates/estate.ts'
import { knownServers } from '../../src/inventory/estate.ts'
import { licencesOf } from '../../src/inventory/facts/key-packs.ts'
import { identityOf } from '../../src/inventory/facts/servers.ts'
import type { Inventory, Role, Server, VirtualDesktop } from '../../src/inventory/inventory.ts'
import { markIncomplete } from '../../src/inventory/mark-incomplete.ts'
import { restOf } from '../../src/model/incomplete-list.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { inPlaceOf } from '../../src/plan/state/lists.ts'
import { after, answers } from '../support/operations.ts'

/** An operation, and what undoes it. */
type Pair = readonly [there: Operation, ...back: readonly Operation[]]

/** The servers and collections of an estate that pairs are made of. */
interface Names {
  readonly inventory: Inventory
  readonly servers: readonly string[]
  readonly collections: readonly string[]
}

const pairs: Readonly<Record<string, (names: Names) => readonly Pair[]>> = {
  'a broker that is added is removed': (names) =>
    thoseThat(names, 'RDS-CONNECTION-BROKER', false).map((broker) => [
      { addBroker: { broker } },
      { removeBrokers: { brokers: [broker] } },
    ]),
  'a broker that is removed is added': (names) =>
    thoseThat(names, 'RDS-CONNECTION-BROKER', true).map((broker) => [
      { removeBrokers: { brokers: [broker] } },
      { addBroker: { broker } },
    ]),
  'the active broker becomes it again': ({ servers, inventory }) =>
    activeBroker(inventory).flatMap((active) =>
      servers.map((broker): Pair => [{ setActiveBroker: { broker } }, { setActiveBroker: { broker: active } }]),
    ),
  'a host that is added is removed': (names) =>
    thoseThat(names, 'RDS-RD-SERVER', false).flatMap((host) =>
      names.collections.map(
        (collection): Pair => [{ addHost: { collection, host } }, { removeHost: { collection, host } }],
      ),
    ),
  'a host that is removed is added': (names) =>
    membersThatHold(names).map(([collection, host]) => [
      { removeHost: { collection, host } },
      { addHost: { collection, host } },
    ]),
  'a drained host takes connections again': ({ inventory }) =>
    membersOf(inventory).map(([, host]) => [{ drain: { host } }, { allowConnections: { host } }]),
  'a collection that is made is removed': (names) =>
    thoseThat(names, 'RDS-RD-SERVER', false).map((host) => [
      { createCollection: { collection: 'Trading', hosts: [host] } },
      { removeHost: { collection: 'Trading', host } },
      { removeCollection: { collection: 'Trading' } },
    ]),
  'machines that start are shut down': ({ servers }) =>
    servers.map((host) => [{ startMachines: { host } }, { shutDownMachines: { host } }]),
  'machines that are shut down start': ({ servers }) =>
    servers.map((host) => [{ shutDownMachines: { host } }, { startMachines: { host } }]),
  'desktops that start are shut down': ({ inventory }) =>
    desktopCollections(inventory).map((collection) => [
      { startDesktops: { collection } },
      { shutDownDesktops: { collection } },
    ]),
  'desktops that are shut down start': ({ inventory }) =>
    desktopCollections(inventory).map((collection) => [
      { shutDownDesktops: { collection } },
      { startDesktops: { collection } },
    ]),
  'a virtualization host that is added is removed': (names) =>
    thoseThat(names, 'RDS-VIRTUALIZATION', false).map((host) => [
      { addVirtualizationHost: { host } },
      { removeVirtualizationHost: { host } },
    ]),
  'a virtualization host that is removed is added': ({ servers }) =>
    servers.map((host) => [{ removeVirtualizationHost: { host } }, { addVirtualizationHost: { host } }]),
  'desktops that move come back': ({ inventory, servers }) =>
    desktopCollections(inventory).flatMap((collection) =>
      servers.flatMap((from) =>
        servers
          .filter((to) => desktopsOn(inventory, collection, to) === 0)
          .map(
            (to): Pair => [
              { moveDesktops: { collection, from, to } },
              { moveDesktops: { collection, from: to, to: from } },
            ],
          ),
      ),
    ),
  'profile disks that move come back': ({ inventory }) =>
    locations(inventory).map(([, from]) => {
      const to = from.replace(/^(\\\\|\/\/)[^\\/]+/, '$1FS77')
      return [{ moveProfileDisks: { from, to } }, { moveProfileDisks: { from: to, to: from } }]
    }),
  'a location that is set is set again': ({ inventory }) =>
    locations(inventory).map(([collection, location]) => [
      { setProfileDiskLocation: { collection, location: '\\\\FS77\\Disks' } },
      { setProfileDiskLocation: { collection, location } },
    ]),
  'a server that is replaced takes its place again': ({ inventory, servers }) =>
    servers.flatMap((server) =>
      servers
        .filter((by) => takesNothingOfItsOwn(inventory, server, by))
        .map((by): Pair => [{ replaceServer: { server, by } }, { replaceServer: { server: by, by: server } }]),
    ),
  'a licence server that is listed is taken off the list': (names) =>
    thoseThat(names, 'RDS-LICENSING', false).map((server) => [
      { addLicenseServer: { server } },
      { removeLicenseServer: { server } },
    ]),
  'a licence server that is taken off the list is listed': (names) =>
    listedOf(names).map((server) => [{ removeLicenseServer: { server } }, { addLicenseServer: { server } }]),
  'licences that move are removed': ({ inventory, servers }) =>
    servers.flatMap((from) =>
      servers
        .filter((to) => to !== from && hasNoPack(inventory, to))
        // Whether a server is one at all cannot be told any more where only unclear licences may have come.
        .filter((to) => licenseServerOf(inventory, to) !== null || hasLicence(inventory, from))
        .map((to): Pair => [{ moveLicenses: { from, to } }, { removeLicenses: { server: to } }]),
    ),
  'licences that are installed are removed': ({ inventory, servers }) =>
    servers
      .filter((server) => hasNoPack(inventory, server))
      .map((server) => [{ installLicenses: { server } }, { removeLicenses: { server } }]),
}

// Where an operation cannot be undone to the letter, for want of what it changed: the sessions of a host that was removed,
// connections that were not allowed, and licensing that nobody had set up, which is an empty list without a mode afterwards.
const lost: Readonly<Record<string, (inventory: Inventory) => Inventory>> = {
  'a host that is removed is added': withoutConnections,
  'a drained host takes connections again': withoutConnections,
  'machines that start are shut down': (inventory) => withStates(inventory, 'Off'),
  'machines that are shut down start': (inventory) => withStates(inventory, 'Running'),
  'desktops that start are shut down': (inventory) => withStates(inventory, 'Off'),
  'a licence server that is listed is taken off the list': withLicensing,
  'desktops that are shut down start': (inventory) => withStates(inventory, 'Running'),
}

// Its precondition is that the files are there, which no generated estate tells of a place that nobody planned.
const undecided = 'a location that is set is set again'

/** Seeds in which something was not undone once. */
const found = [541]

const estates = [...Array.from({ length: 300 }, (_, seed) => seed), ...found].map((seed) => {
  const inventory = estate(seed)
  markIncomplete(inventory)
  return [seed, inventory] as const
})
const mostOfAnEstate = 3

describe.each(Object.entries(pairs))('%s', (title, make) => {
  test('wherever it may be done', () => {
    let undone = 0
    for (const [seed, generated] of estates) {
      const inventory = lost[title]?.(generated) ?? generated
      for (const operations of firstOf(make(namesOf(inventory)), ([there]) => isDone(inventory, there, title))) {
        undone++
        expect(canonical(after(inventory, ...operations)), `${seed}: ${JSON.stringify(operations)}`).toEqual(
          canonical(inventory),
        )
      }
    }
    expect(undone).toBeGreaterThan(10)
  })
})

/** Whether an operation may be done, and does anything. */
function isDone(inventory: Inventory, operation: Operation, title: string): boolean {
  return (
    apply(inventory, operation) !== inventory && (title === undecided || answers(inventory, operation).length === 0)
  )
}

function firstOf(list: readonly Pair[], isMeant: (pair: Pair) => boolean): readonly Pair[] {
  const found: Pair[] = []
  for (const pair of list) {
    if (found.length < mostOfAnEstate && isMeant(pair)) found.push(pair)
  }
  return found
}

function namesOf(inventory: Inventory): Names {
  return {
    inventory,
    servers: (inventory.servers ?? []).map(({ name }) => name),
    collections: (inventory.deployment?.sessionCollections ?? []).map(({ name }) => name),
  }
}

/** The servers that are told to hold a role in the deployment, or not to. */
function thoseThat({ inventory }: Names, role: Role, holds: boolean): readonly string[] {
  const told = (inventory.servers ?? []).filter(
    ({ roles }) => roles && !restOf(roles) && roles.includes(role) === holds,
  )
  return told.map(({ name }) => name)
}

function membersThatHold(names: Names): readonly (readonly [collection: string, host: string])[] {
  const servers = knownServers(names.inventory)
  const holders = new Set(thoseThat(names, 'RDS-RD-SERVER', true).map((name) => identityOf(servers, name)))
  return membersOf(names.inventory).filter(([, host]) => holders.has(identityOf(servers, host)))
}

/** The licence servers of the deployment that it lists: another one, once it left, would be listed when it comes back. */
function listedOf(names: Names): readonly string[] {
  const servers = knownServers(names.inventory)
  const listed = new Set(names.inventory.deployment?.licensing?.servers?.map((name) => identityOf(servers, name)))
  return thoseThat(names, 'RDS-LICENSING', true).filter((name) => listed.has(identityOf(servers, name)))
}

/** The active broker, where the deployment and its set tell it. */
function activeBroker({ deployment }: Inventory): readonly string[] {
  const active = deployment?.activeManagementServer
  return active !== undefined && deployment?.highAvailability?.activeManagementServer === active ? [active] : []
}

function membersOf({ deployment }: Inventory): readonly (readonly [collection: string, host: string])[] {
  return (deployment?.sessionCollections ?? []).flatMap(({ name, sessionHosts = [] }) =>
    sessionHosts.map(({ server }) => [name, server] as const),
  )
}

/** The virtual desktop collections whose desktops are wholly told, since others leave behind what nobody knows. */
function desktopCollections({ deployment }: Inventory): readonly string[] {
  const told = (deployment?.virtualDesktopCollections ?? []).filter(
    ({ virtualDesktops: desktops }) =>
      desktops && !restOf(desktops) && desktops.every(({ host }) => host !== undefined),
  )
  return told.map(({ name }) => name)
}

function desktopsOn(inventory: Inventory, collection: string, host: string): number {
  const servers = knownServers(inventory)
  const found = inventory.deployment?.virtualDesktopCollections?.find(({ name }) => name === collection)
  const there = found?.virtualDesktops?.filter(
    (desktop) => identityOf(servers, desktop.host ?? '') === identityOf(servers, host),
  )
  return there?.length ?? 0
}

function locations({ deployment }: Inventory): readonly (readonly [collection: string, location: string])[] {
  const collections = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  return collections.flatMap(({ name, profileDisks: disks }) =>
    disks?.enabled && disks.location?.startsWith('\\\\') && !/fs77/i.test(disks.location)
      ? [[name, disks.location] as const]
      : [],
  )
}

function licenseServerOf(inventory: Inventory, name: string): Server['licenseServer'] {
  return inventory.servers?.find((server) => server.name === name)?.licenseServer
}

function hasLicence(inventory: Inventory, name: string): boolean {
  const server = inventory.servers?.find((one) => one.name === name)
  return server !== undefined && licencesOf(server).sure.length > 0
}

function hasNoPack(inventory: Inventory, name: string): boolean {
  const licenseServer = licenseServerOf(inventory, name)
  const packs = licenseServer?.keyPacks
  return licenseServer === null || (packs?.length === 0 && !restOf(packs))
}

const front: readonly Role[] = ['RDS-WEB-ACCESS', 'RDS-GATEWAY']

/** Whether a successor has nothing of the roles that it takes over, so that all of them is what it was given. */
function takesNothingOfItsOwn({ servers = [] }: Inventory, name: string, by: string): boolean {
  const [old, successor] = [name, by].map((one) => servers.find((server) => server.name === one))
  if (!old?.roles?.length || !successor?.roles?.length || restOf(successor.roles)) return false
  const moved = old.roles.filter((role) => front.includes(role))
  const features = moved.map((role) => role.toLowerCase())
  const has = (list: readonly string[] | undefined) => list?.some((name) => features.includes(name.toLowerCase()))
  return (
    new Set(old.installedFeatures).size === (old.installedFeatures ?? []).length &&
    !successor.roles.some((role) => front.includes(role)) &&
    !has(successor.installedFeatures) &&
    (!old.installedFeatures ||
      features.every((feature) => old.installedFeatures?.some((one) => one.toLowerCase() === feature))) &&
    (moved.includes('RDS-WEB-ACCESS') ? old.webAccess != null && successor.webAccess === null : true) &&
    (moved.includes('RDS-GATEWAY') ? old.gateway != null && successor.gateway === null : true) &&
    old.certificates !== undefined &&
    successor.certificates !== undefined &&
    !servers.some(({ gateway }) =>
      (gateway?.farmMembers ?? []).some((member) => successor.name.toLowerCase().startsWith(member.toLowerCase())),
    )
  )
}

function withoutConnections(inventory: Inventory): Inventory {
  const { deployment } = inventory
  if (!deployment?.sessionCollections) return inventory
  const sessionCollections = deployment.sessionCollections.map((collection) => {
    if (!collection.sessionHosts) return collection
    const sessionHosts = collection.sessionHosts.map(({ server }) => ({ server, newConnectionAllowed: 'Yes' as const }))
    return { ...collection, sessionHosts: inPlaceOf(collection.sessionHosts, sessionHosts) }
  })
  return { ...inventory, deployment: { ...deployment, sessionCollections } }
}

function withLicensing(inventory: Inventory): Inventory {
  const { deployment } = inventory
  if (deployment?.licensing !== null) return inventory
  return { ...inventory, deployment: { ...deployment, licensing: { mode: 'NotConfigured', servers: [] } } }
}

function withStates(inventory: Inventory, state: string): Inventory {
  const inState = <T extends object>(one: T) => ({ ...one, state })
  // The state of a desktop whose host nobody told is not known any more once machines of some host are switched.
  const ofHost = ({ state: _, ...desktop }: VirtualDesktop) => (desktop.host === undefined ? desktop : inState(desktop))
  const { deployment, servers } = inventory
  return {
    ...inventory,
    ...(servers && {
      servers: servers.map((server) => {
        const machines = server.virtualizationHost?.virtualMachines
        if (!machines) return server
        return {
          ...server,
          virtualizationHost: { ...server.virtualizationHost, virtualMachines: machines.map(inState) },
        }
      }),
    }),
    ...(deployment?.virtualDesktopCollections && {
      deployment: {
        ...deployment,
        virtualDesktopCollections: deployment.virtualDesktopCollections.map((collection) =>
          collection.virtualDesktops
            ? { ...collection, virtualDesktops: collection.virtualDesktops.map(ofHost) }
            : collection,
        ),
      },
    }),
  }
}

/** An inventory without what does not matter: the order of lists, the spelling of names, lists of which nothing is told. */
function canonical(inventory: Inventory): unknown {
  const servers = knownServers(inventory)
  return visit(inventory)

  function visit(value: unknown): unknown {
    if (typeof value === 'string') return identityOf(servers, value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const elements = value.map(visit).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      return restOf(value) ? { part: elements } : elements
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, child]) => !(Array.isArray(child) && child.length === 0 && restOf(child)))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, child]) => [key, visit(child)]),
    )
  }
}
