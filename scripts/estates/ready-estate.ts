import { licences, releases } from '../../generated/tables.ts'
import type { Inventory, KeyPack, ProfileDisks, Role, Server, VirtualMachine } from '../../src/inventory/inventory.ts'
import type { Method, Release } from '../../src/model/report.ts'
import { crowded } from './crowded.ts'
import { type Random, randomOf } from './random.ts'

/** An estate that nothing stands against, wholly described, with what it moves to. */
export interface ReadyEstate {
  readonly inventory: Inventory
  readonly target: Release
  readonly method: Method
}

/**
 * Generates a deployment that is ready to move and describes its destinations fully: for every target and method, with one to
 * three brokers, several session collections with and without profile disks, virtual desktops, Web Access, gateways and
 * licence servers, servers that stand alone, and in some of them servers that hold several roles. Old servers have numbers up to 09, successors numbers from 11 on.
 */
export function readyEstate(seed: number): ReadyEstate {
  const random = randomOf(seed)
  const target = targets[seed % targets.length] ?? '2025'
  const method: Method = Math.floor(seed / targets.length) % 2 === 0 ? 'migrate' : 'in-place'
  const plot = plotOf(random, target, method)
  const session = sessionSide(plot)
  const desktops = desktopSide(plot)
  const { servers, moves } = plot
  const brokers = brokersOf(plot)
  const active = random.pick(brokers)
  const fronts = frontServers(plot)
  standaloneServers(plot)
  const inventory: Inventory = {
    schemaVersion: 1,
    collection: { collectedAt: '2026-11-23T09:00:00Z', collectedOn: full(active) },
    migration: {
      ...{ target, method, phase: 'before', plannedFor: '2026-12-12' },
      servers: [...moves, { source: full('FS01'), destination: full('FS11') }],
      certificates: certificateRoles.map((role) => ({ role, thumbprint })),
      ...(session.moves.length > 0 ? { collections: session.moves } : {}),
      profileDiskLocations: [...session.disks, ...desktops.disks],
    },
    servers: random.shuffled(servers),
    deployment: {
      activeManagementServer: plot.refer(active),
      highAvailability: {
        connectionBrokers: brokers.map(plot.refer),
        activeManagementServer: plot.refer(active),
        clientAccessName: `rds.${domain}`,
        database: {
          ...{ driver: 'ODBC Driver 17 for SQL Server', server: 'SQL01', name: 'RDCB', authentication: 'windows' },
          ...{ secondary: false, filePath: 'D:\\RDCB.mdf' },
        },
      },
      sessionCollections: random.shuffled(session.collections),
      virtualDesktopCollections: desktops.collections,
      gateway: { mode: 'Custom', externalFqdn: `remote.${domain}`, logonMethod: 'Password', bypassLocal: true },
      licensing: { mode: 'PerUser', servers: fronts.licensing.map(plot.refer) },
      certificates: certificateRoles.map((role) => ({
        ...{ role, level: 'Trusted', thumbprint, subject: `CN=*.${domain}` },
        ...{ subjectAlternateNames: [`*.${domain}`], expiresOn: '2028-01-10T00:00:00Z' },
      })),
    },
  }
  return { inventory: random.chance(0.4) ? crowded(inventory, random) : inventory, target, method }
}

const targets: readonly Release[] = ['2012R2', '2016', '2019', '2022', '2025']

/** Releases from which a target is reached in one step by documented pages. */
const sources: Readonly<Record<string, readonly Release[]>> = {
  '2012R2': ['2012'],
  '2016': ['2012R2'],
  '2019': ['2016'],
  '2022': ['2019', '2016'],
  '2025': ['2022', '2019', '2016'],
}

const domain = 'northwind.example'
const thumbprint = 'A1C1E0B2D3A4958671F0E1D2C3B4A5968778690A'
const certificateRoles = ['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const

/** The estate while it is put together. */
interface Plot {
  readonly random: Random
  readonly source: Release
  readonly target: Release
  readonly isNew: boolean
  readonly servers: Server[]
  readonly moves: { readonly source: string; readonly destination: string }[]
  /** Adds an old server, and what takes its place where new servers take over; gives its short name. */
  readonly add: (name: string, role: Role, more?: Partial<Server>, successor?: Partial<Server>) => string
  /** The name of a server as somebody wrote it. */
  readonly refer: (name: string) => string
}

function plotOf(random: Random, target: Release, method: Method): Plot {
  const source: Release = random.pick(sources[target] ?? ['2022'])
  const isNew = method === 'migrate'
  const servers: Server[] = []
  const moves: { source: string; destination: string }[] = []
  return {
    ...{ random, source, target, isNew, servers, moves },
    add: (name, role, more = {}, successor = {}) => {
      servers.push(serverOf(name, source, [role], more))
      if (!isNew || role === 'RDS-CONNECTION-BROKER') return name
      const next = name.replace('0', '1')
      servers.push(serverOf(next, target, [], successor))
      moves.push({ source: full(name), destination: full(next) })
      return name
    },
    refer: (name) => random.pick([full(name), full(name), name, full(name).toLowerCase()]),
  }
}

function full(name: string): string {
  return `${name}.${domain}`
}

function upTo(random: Random, most: number, least = 1): readonly number[] {
  return Array.from({ length: least + random.below(most - least + 1) }, (_, index) => index + 1)
}

function brokersOf({ random, source, target, isNew, add, servers, moves }: Plot): readonly string[] {
  // A set of Windows Server 2012 or 2012 R2 holds two brokers at most.
  const names = upTo(random, source >= '2016' ? 3 : 2).map((number) => add(`RDCB0${number}`, 'RDS-CONNECTION-BROKER'))
  const last = names.at(-1)
  if (isNew && names.length > 1 && last !== undefined && random.chance(0.3)) {
    servers.push(serverOf('RDCB19', target, [], {}))
    moves.push({ source: full(last), destination: full('RDCB19') })
  }
  return names
}

function sessionSide({ random, target, isNew, add, refer }: Plot) {
  let number = 0
  const moves: { source: string; destination: string }[] = []
  const disks: { source: string; destination: string; sourceFiles: string[]; destinationFiles: string[] }[] = []
  const collections = ['Sales', 'Finance', 'HR', "Chief's office"].slice(0, upTo(random, 4).length).map((name) => {
    const sessionHosts = upTo(random, 3).map(() => {
      const sessions = random.chance(0.4) ? { active: random.below(9), disconnected: random.below(4) } : none
      const host = add(`RDSH0${++number}`, 'RDS-RD-SERVER', { sessions })
      return { server: refer(host), newConnectionAllowed: 'Yes' as const, sessions }
    })
    if (isNew && target !== '2012R2') moves.push({ source: name, destination: `${name} ${target}` })
    const profileDisks = disksOf(random, name)
    if (profileDisks.location?.includes('FS01')) disks.push(moveOf(random, profileDisks.location))
    return {
      ...{ name, alias: name.replace(/\W/g, '_'), type: 'PooledUnmanaged', sessionHosts, profileDisks },
      remoteApps: random.some(
        [
          { alias: 'winword', displayName: 'Word' },
          { alias: 'excel', displayName: 'Excel' },
        ],
        0.6,
      ),
      userGroups: [`NORTHWIND\\${name}`],
    }
  })
  return { collections, moves, disks }
}

function desktopSide({ random, source, add, refer }: Plot) {
  const disks: ReturnType<typeof moveOf>[] = []
  if (random.chance(0.4)) return { collections: [], disks }
  const hosts = upTo(random, 2).map((number) => `RDVH0${number}`)
  const held = new Map<string, VirtualMachine[]>(hosts.map((host) => [host, []]))
  const collections = ['Developers', 'Trainees'].slice(0, upTo(random, 2).length).map((name) => {
    const virtualDesktops = upTo(random, 3).map((index) => {
      const host = random.pick(hosts)
      const state = random.pick(['Running', 'Off', 'Saved'])
      const desktop = `${name.slice(0, 3).toUpperCase()}-${index}`
      held
        .get(host)
        ?.push({ name: desktop, state, configurationVersion: versions[source] ?? '8.0', remoteFxAdapter: false })
      return { name: desktop, host: refer(host), state }
    })
    const profileDisks = disksOf(random, name)
    if (profileDisks.location?.includes('FS01')) disks.push(moveOf(random, profileDisks.location))
    return { name, type: 'PooledManaged', virtualDesktops, profileDisks, userGroups: [`NORTHWIND\\${name}`] }
  })
  for (const host of hosts) {
    const hostOf = (virtualMachines: readonly VirtualMachine[]) => ({
      virtualMachine: false,
      virtualizationHost: { liveMigrationAuthentication: 'Kerberos' as const, virtualMachines },
    })
    add(host, 'RDS-VIRTUALIZATION', hostOf(held.get(host) ?? []), hostOf([]))
  }
  return { collections, disks }
}

function frontServers({ random, source, target, add }: Plot) {
  const webAccess = { machineKeyHash: '5e8848', customized: false, upgradedBefore: false, installedMarker: true }
  for (const number of upTo(random, 2, 0)) add(`RDWA0${number}`, 'RDS-WEB-ACCESS', { webAccess })
  const gateways = upTo(random, 2, 0).map((number) => `RDGW0${number}`)
  for (const name of gateways) {
    const farmMembers = gateways.length > 1 ? gateways.map(full) : []
    add(name, 'RDS-GATEWAY', { gateway: { farmMembers, networkAccessProtection: false, authorizationPolicies: [] } })
  }
  const licensing = upTo(random, 2).map((number) => {
    const total = 100 + 10 * number
    return add(
      `RDLS0${number}`,
      'RDS-LICENSING',
      {
        licenseServer: {
          activated: true,
          keyPacks: random.chance(0.8) || target === '2012R2' ? [packOf(source, total)] : [],
        },
      },
      { licenseServer: { activated: true, keyPacks: [packOf(target, total + 50)] } },
    )
  })
  return { licensing }
}

/** Servers that are in no deployment, each with the feature of one role. */
function standaloneServers({ random, source, target, isNew, servers, moves }: Plot): void {
  const sections: readonly Partial<Server>[] = [
    { installedFeatures: ['RDS-RD-Server'], sessions: { active: random.below(3), disconnected: 1 } },
    {
      installedFeatures: ['RDS-Gateway'],
      gateway: { farmMembers: [], networkAccessProtection: false, authorizationPolicies: [] },
    },
    {
      installedFeatures: ['RDS-Web-Access'],
      webAccess: { machineKeyHash: '5e8848', customized: false, upgradedBefore: false, installedMarker: true },
    },
    { installedFeatures: ['RDS-Licensing'], licenseServer: { activated: true, keyPacks: [packOf(source, 25)] } },
  ]
  for (const number of random.chance(0.3) ? upTo(random, 2) : []) {
    const alone = random.pick(sections)
    servers.push(serverOf(`RDSA0${number}`, source, [], alone))
    if (!isNew) continue
    const licenseServer = alone.licenseServer ? { activated: true, keyPacks: [] } : null
    servers.push(serverOf(`RDSA1${number}`, target, [], { licenseServer }))
    moves.push({ source: full(`RDSA0${number}`), destination: full(`RDSA1${number}`) })
  }
}

const none = { active: 0, disconnected: 0 }
const versions: Readonly<Record<string, string>> = { '2012R2': '5.0', '2016': '8.0', '2019': '9.0', '2022': '10.0' }

function disksOf(random: Random, name: string): ProfileDisks {
  if (random.chance(0.4)) return { enabled: false }
  const server = random.pick(['FS01', 'FS02'])
  return {
    ...{ enabled: true, location: `\\\\${server}\\Disks\\${name}`, maxSizeGB: 20, templatePresent: true },
    diskCount: random.below(50),
  }
}

function moveOf(random: Random, source: string) {
  const sourceFiles = ['UVHD-template.vhdx', 'UVHD-S-1-5-21-1.vhdx']
  // Some copy the files beforehand.
  const destinationFiles = random.chance(0.5) ? sourceFiles : []
  return { source, destination: source.replace('FS01', 'FS11'), sourceFiles, destinationFiles }
}

function packOf(release: Release, total: number): KeyPack {
  const row = licences.find(({ admitsTo }) => admitsTo.some((host) => host === release))
  return {
    ...{ id: 2, productVersionId: row?.productVersionId ?? 0, productVersion: row?.name ?? '' },
    ...{ licenseType: 'perUser', keyPackType: 2, total, issued: 40 },
  }
}

function serverOf(name: string, release: Release, roles: readonly Role[], more: Partial<Server>): Server {
  return {
    name: full(name),
    roles,
    installedFeatures: roles.map((role) => (role === 'RDS-RD-SERVER' ? 'RDS-RD-Server' : role)),
    operatingSystem: {
      ...{ version: releases.find((row) => row.release === release)?.versions.at(-1) ?? '', productType: 3, sku: 7 },
      ...{ installationType: 'Server', language: 'en-US', caption: 'Microsoft Windows Server Standard' },
    },
    domain,
    virtualMachine: true,
    odbcDrivers: ['ODBC Driver 17 for SQL Server', 'SQL Server Native Client 11.0'],
    sessions: none,
    certificates: [
      {
        ...{ thumbprint, subject: `CN=*.${domain}`, dnsNames: [`*.${domain}`, domain] },
        ...{ notBefore: '2026-01-10T00:00:00Z', notAfter: '2028-01-10T00:00:00Z' },
        ...{ hasPrivateKey: true, privateKeyExportable: true, enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'] },
      },
    ],
    ...{ licenseServer: null, gateway: null, webAccess: null, virtualizationHost: null },
    ...more,
  }
}
