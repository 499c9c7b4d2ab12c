import type { Inventory, Role, Server, SessionCollection } from '../../src/inventory/inventory.ts'
import { buildOf, featureOf } from './from-tables.ts'
import { type Random, randomOf } from './random.ts'

/**
 * Generates a healthy deployment of a number of servers, with a collection for each five of them. One server in a hundred has
 * something wrong with it, and of one in a thousand a fact is missing. About 2,200 bytes for each server when written with an
 * indent of two.
 */
export function largeEstate(servers: number, seed = 1): Inventory {
  const random = randomOf(seed)
  const names = Array.from({ length: servers }, (_, number) => nameOf(number, servers))
  const hosts = names.slice(infrastructure.length)
  const collections = Array.from({ length: Math.ceil(servers / 5) }, (_, number) => number)
  const size = Math.ceil(hosts.length / collections.length)
  return {
    schemaVersion: 1,
    collection: {
      collectedAt: '2026-11-22T08:00:00Z',
      collector: { name: 'Export-RdsInventory', version: '1.0.0' },
      collectedOn: names[0] ?? nameOf(0, 1),
      elevated: true,
      incomplete: [],
      sources: [{ name: 'Get-RDServer', status: 'ok' }],
    },
    migration: { target: '2012R2', method: 'migrate', phase: 'before', plannedFor: '2026-12-05', servers: [] },
    servers: names.map((name, number) => serverOf(name, infrastructure[number] ?? 'RDS-RD-SERVER', random)),
    deployment: {
      activeManagementServer: names[0] ?? nameOf(0, 1),
      highAvailability: {
        connectionBrokers: names.slice(0, 2),
        activeManagementServer: names[0] ?? nameOf(0, 1),
        clientAccessName: `rds.${domain}`,
        database: {
          driver: 'SQL Server Native Client 11.0',
          server: 'SQL01',
          name: 'RDCB',
          authentication: 'windows',
          filePath: null,
          secondary: false,
        },
      },
      sessionCollections: collections.map((number) =>
        collectionOf(number, hosts.slice(number * size, (number + 1) * size), random),
      ),
      virtualDesktopCollections: [],
      gateway: { mode: 'Custom', externalFqdn: `gateway.${domain}`, logonMethod: 'Password', bypassLocal: true },
      licensing: { mode: 'PerUser', servers: names.slice(4, 5) },
      certificates: (['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const).map((role) => ({
        role,
        level: 'Trusted',
        thumbprint,
        subject: `CN=*.${domain}`,
        subjectAlternateNames: [`*.${domain}`],
        issuedTo: `*.${domain}`,
        issuedBy: 'Northwind Issuing CA',
        expiresOn: '2028-01-10T00:00:00Z',
      })),
    },
  }
}

const domain = 'northwind.example'
const thumbprint = '77C1E0B2D3A4958671F0E1D2C3B4A5968778695A'

const infrastructure: readonly Role[] = [
  'RDS-CONNECTION-BROKER',
  'RDS-CONNECTION-BROKER',
  'RDS-WEB-ACCESS',
  'RDS-GATEWAY',
  'RDS-LICENSING',
]

function nameOf(number: number, servers: number): string {
  return `NW${String(number).padStart(String(servers).length, '0')}.${domain}`
}

const usualFeatures = [
  'FileAndStorage-Services',
  'Storage-Services',
  'NET-Framework-45-Features',
  'NET-Framework-45-Core',
  'NET-WCF-Services45',
  'NET-WCF-TCP-PortSharing45',
  'RSAT',
  'RSAT-Feature-Tools',
  'RSAT-RDS-Licensing-Diagnosis-UI',
  'User-Interfaces-Infra',
  'Server-Gui-Mgmt-Infra',
  'Server-Gui-Shell',
  'PowerShellRoot',
  'PowerShell',
  'WoW64-Support',
]

function serverOf(name: string, role: Role, random: Random): Server {
  const isAmiss = role === 'RDS-RD-SERVER' && random.chance(0.02)
  const isUntold = role === 'RDS-RD-SERVER' && random.chance(0.001)
  return {
    name,
    roles: [role],
    installedFeatures: [...usualFeatures, featureOf(role)],
    ...(isUntold
      ? {}
      : {
          operatingSystem: {
            version: buildOf(isAmiss ? '2008R2' : role === 'RDS-RD-SERVER' ? '2012' : '2012R2'),
            productType: 3,
            sku: 7,
            installationType: 'Server',
            language: 'en-US',
            caption: 'Microsoft Windows Server 2012 Standard',
          },
        }),
    domain,
    virtualMachine: true,
    odbcDrivers: ['SQL Server', 'SQL Server Native Client 11.0'],
    sessions: { active: random.below(20), disconnected: random.below(5) },
    certificates: [
      {
        thumbprint,
        subject: `CN=*.${domain}`,
        dnsNames: [`*.${domain}`],
        notBefore: '2025-01-10T00:00:00Z',
        notAfter: '2028-01-10T00:00:00Z',
        hasPrivateKey: true,
        privateKeyExportable: true,
        enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      },
    ],
    licenseServer: role === 'RDS-LICENSING' ? { activated: true, keyPacks } : null,
    gateway: role === 'RDS-GATEWAY' ? { farmMembers: [name], authorizationPolicies: [] } : null,
    webAccess: role === 'RDS-WEB-ACCESS' ? { machineKeyHash: '5e884898da28047151d0', customized: false } : null,
    virtualizationHost: null,
  }
}

const keyPacks = [
  {
    id: 2,
    productVersionId: 4,
    productVersion: 'Windows Server 2012',
    licenseType: 'perUser',
    keyPackType: 2,
    total: 100_000,
    issued: 90_000,
  },
] as const

function collectionOf(number: number, hosts: readonly string[], random: Random): SessionCollection {
  const name = `Desktops ${String(number).padStart(5, '0')}`
  return {
    name,
    alias: `Desktops_${number}`,
    type: 'PooledUnmanaged',
    sessionHosts: hosts.map((server) => ({
      server,
      newConnectionAllowed: random.chance(0.005) ? 'NotUntilReboot' : 'Yes',
      sessions: { active: 0, disconnected: 0 },
    })),
    profileDisks: {
      enabled: true,
      location: `\\\\FS01\\profiles\\${name}`,
      maxSizeGB: 20,
      templatePresent: true,
      diskCount: random.below(500),
    },
    remoteApps: [{ alias: 'winword', displayName: 'Word', path: 'C:\\Program Files\\Microsoft Office\\WINWORD.EXE' }],
    userGroups: ['NORTHWIND\\RDS Users'],
  }
}
