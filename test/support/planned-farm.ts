import { licences, releases } from '../../generated/tables.ts'
import type { Inventory, KeyPack, Migration, Role, Server } from '../../src/inventory/inventory.ts'
import type { Method, Release } from '../../src/model/report.ts'

/** The release that the farm runs today, by the target that it moves to. */
export const sourceOf: Readonly<Record<string, Release>> = {
  '2012R2': '2012',
  '2016': '2012R2',
  '2019': '2016',
  '2022': '2019',
  '2025': '2022',
}

/** The certificate of every role. */
export const thumbprint = 'A1C1E0B2D3A4958671F0E1D2C3B4A5968778690A'

const none = { active: 0, disconnected: 0 }

/**
 * A deployment of everything, wholly described and ready to move: old servers have numbers up to 09, successors numbers from
 * 11 on. Two or three brokers, of which one retires where new servers take over; session collections with and without profile disks
 * that move; virtual desktops; Web Access, Gateway and licence server.
 */
export function plannedFarm(target: Release, method: Method): Inventory {
  const source = sourceOf[target] ?? '2012'
  const isNew = method === 'migrate'
  // A set of Windows Server 2012 or 2012 R2 holds two brokers at most.
  const isLarge = source >= '2016'
  const brokers = isLarge ? ['RDCB01', 'RDCB02', 'RDCB03'] : ['RDCB01', 'RDCB03']
  const old = (name: string, roles: readonly Role[], more: Partial<Server> = {}) => server(name, source, roles, more)
  const fresh = (name: string, more: Partial<Server> = {}) => server(name, target, [], more)
  const machines = (names: readonly string[]) => ({
    liveMigrationAuthentication: 'Kerberos' as const,
    virtualMachines: names.map((name) => ({
      name,
      state: 'Running',
      configurationVersion: versionFor(source),
      remoteFxAdapter: false,
    })),
  })
  return {
    schemaVersion: 1,
    collection: { collectedAt: '2026-11-23T09:00:00Z', collectedOn: 'RDCB01.northwind.example' },
    migration: {
      ...{ target, method, phase: 'before', plannedFor: '2026-12-12' },
      servers: isNew ? moves : [{ source: 'FS01.northwind.example', destination: 'FS11.northwind.example' }],
      certificates: (['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const).map((role) => ({
        role,
        thumbprint,
      })),
      ...(isNew && target !== '2012R2'
        ? {
            collections: [
              { source: 'Sales', destination: 'Sales new' },
              { source: 'Finance', destination: 'Finance new' },
            ],
          }
        : {}),
      profileDiskLocations: [
        {
          source: '\\\\FS01\\Disks\\Sales',
          destination: '\\\\FS11\\Disks\\Sales',
          sourceFiles: ['UVHD-template.vhdx'],
          destinationFiles: ['UVHD-template.vhdx'],
        },
      ],
    },
    servers: [
      old('RDCB01', ['RDS-CONNECTION-BROKER']),
      ...(isLarge ? [old('RDCB02', ['RDS-CONNECTION-BROKER'])] : []),
      old('RDCB03', ['RDS-CONNECTION-BROKER']),
      ...['RDSH01', 'RDSH02', 'RDSH03'].map((name) => old(name, ['RDS-RD-SERVER'], { sessions: none })),
      old('RDVH01', ['RDS-VIRTUALIZATION'], {
        virtualMachine: false,
        virtualizationHost: machines(['DEV-1', 'DEV-2']),
      }),
      old('RDWA01', ['RDS-WEB-ACCESS'], {
        webAccess: { machineKeyHash: '5e8848', customized: false, upgradedBefore: false, installedMarker: true },
      }),
      old('RDGW01', ['RDS-GATEWAY'], {
        gateway: { farmMembers: [], networkAccessProtection: false, authorizationPolicies: [] },
      }),
      old('RDLS01', ['RDS-LICENSING'], { licenseServer: { activated: true, keyPacks: [packFor(source, 100)] } }),
      ...(isNew
        ? [
            ...['RDSH11', 'RDSH12', 'RDSH13', 'RDWA11', 'RDGW11'].map((name) => fresh(name)),
            fresh('RDCB13'),
            fresh('RDVH11', { virtualMachine: false, virtualizationHost: machines([]) }),
            fresh('RDLS11', { licenseServer: { activated: true, keyPacks: [packFor(target, 150)] } }),
          ]
        : []),
    ],
    deployment: {
      activeManagementServer: 'RDCB01.northwind.example',
      highAvailability: {
        connectionBrokers: brokers.map((name) => `${name}.northwind.example`),
        activeManagementServer: 'RDCB01.northwind.example',
        clientAccessName: 'rds.northwind.example',
        database: {
          driver: 'ODBC Driver 17 for SQL Server',
          server: 'SQL01.northwind.example',
          name: 'RDCB',
          authentication: 'windows',
          secondary: false,
          filePath: 'D:\\RDCB.mdf',
        },
      },
      sessionCollections: [
        {
          name: 'Sales',
          alias: 'Sales',
          type: 'PooledUnmanaged',
          sessionHosts: ['RDSH01', 'RDSH02'].map((name) => ({
            server: `${name}.northwind.example`,
            newConnectionAllowed: 'Yes',
            sessions: none,
          })),
          profileDisks: {
            enabled: true,
            location: '\\\\FS01\\Disks\\Sales',
            maxSizeGB: 20,
            templatePresent: true,
            diskCount: 12,
          },
          remoteApps: [{ alias: 'winword', displayName: 'Word' }],
          userGroups: ['NORTHWIND\\Sales'],
        },
        {
          name: 'Finance',
          alias: 'Finance',
          type: 'PooledUnmanaged',
          sessionHosts: [{ server: 'RDSH03.northwind.example', newConnectionAllowed: 'Yes', sessions: none }],
          profileDisks: { enabled: false },
          remoteApps: [{ alias: 'excel', displayName: 'Excel' }],
          userGroups: ['NORTHWIND\\Finance'],
        },
      ],
      virtualDesktopCollections: [
        {
          name: 'Developers',
          type: 'PooledManaged',
          virtualDesktops: ['DEV-1', 'DEV-2'].map((name) => ({
            name,
            host: 'RDVH01.northwind.example',
            state: 'Running',
          })),
          profileDisks: { enabled: false },
          userGroups: ['NORTHWIND\\Developers'],
        },
      ],
      gateway: {
        mode: 'Custom',
        externalFqdn: 'remote.northwind.example',
        logonMethod: 'Password',
        useCachedCredentials: true,
        bypassLocal: true,
      },
      licensing: { mode: 'PerUser', servers: ['RDLS01.northwind.example'] },
      certificates: (['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const).map((role) => ({
        role,
        level: 'Trusted' as const,
        thumbprint,
        subject: 'CN=*.northwind.example',
        subjectAlternateNames: ['*.northwind.example'],
        expiresOn: '2028-01-10T00:00:00Z',
      })),
    },
  }
}

const moves: NonNullable<Migration['servers']> = [
  ...['CB03>CB13', 'SH01>SH11', 'SH02>SH12', 'SH03>SH13', 'VH01>VH11', 'WA01>WA11', 'GW01>GW11', 'LS01>LS11'].map(
    (move) => {
      const [source, destination] = move.split('>')
      return { source: `RD${source}.northwind.example`, destination: `RD${destination}.northwind.example` }
    },
  ),
  { source: 'FS01.northwind.example', destination: 'FS11.northwind.example' },
]

function packFor(release: Release, total: number): KeyPack {
  const row = licences.find(({ admitsTo }) => admitsTo.some((host) => host === release))
  return {
    id: 2,
    productVersionId: row?.productVersionId ?? 0,
    productVersion: row?.name ?? '',
    licenseType: 'perUser',
    keyPackType: 2,
    total,
    issued: 40,
  }
}

function versionFor(release: Release): string {
  return { '2012': '4.0', '2012R2': '5.0', '2016': '8.0', '2019': '9.0', '2022': '10.0' }[release as string] ?? '12.0'
}

function server(name: string, release: Release, roles: readonly Role[], more: Partial<Server>): Server {
  const features = roles.map((role) => role.replace('RDS-RD-SERVER', 'RDS-RD-Server'))
  return {
    name: `${name}.northwind.example`,
    roles,
    installedFeatures: features,
    operatingSystem: {
      version: releases.find((row) => row.release === release)?.versions.at(-1) ?? '',
      productType: 3,
      sku: 7,
      installationType: 'Server',
      language: 'en-US',
      caption: 'Microsoft Windows Server Standard',
    },
    domain: 'northwind.example',
    virtualMachine: true,
    odbcDrivers: ['ODBC Driver 17 for SQL Server', 'SQL Server Native Client 11.0'],
    sessions: none,
    certificates: [
      {
        thumbprint,
        subject: 'CN=*.northwind.example',
        dnsNames: ['*.northwind.example', 'northwind.example'],
        notBefore: '2026-01-10T00:00:00Z',
        notAfter: '2028-01-10T00:00:00Z',
        hasPrivateKey: true,
        privateKeyExportable: true,
        enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      },
    ],
    licenseServer: null,
    gateway: null,
    webAccess: null,
    virtualizationHost: null,
    ...more,
  }
}
