import fc from 'fast-check'
import type { Inventory, Role, Server } from '../../src/inventory/inventory.ts'

const versions = ['6.2.9200', '6.3.9600', '10.0.17763'] as const
const odd = ['Sales & <co>', '..\\Design', 'Lab _x0041_', 'Bénéfices 😀'] as const

/**
 * Estates of which the script can tell everything, and the PowerShell host for tests too: whatever the host cannot say in the
 * same words (its README lists it) is left out or fixed.
 */
export const generatedInventory: fc.Arbitrary<Inventory> = fc
  .record({
    hosts: fc.integer({ min: 1, max: 3 }),
    desktops: fc.boolean(),
    names: fc.shuffledSubarray([...odd], { minLength: 1, maxLength: 2 }),
    version: fc.constantFrom(...versions),
    highAvailability: fc.boolean(),
    sql: fc.boolean(),
    profileDisks: fc.boolean(),
    sessions: fc.array(fc.nat({ max: 4 }), { minLength: 12, maxLength: 12 }),
    gateway: fc.constantFrom('Custom', 'Automatic', 'DoNotUse'),
    mode: fc.constantFrom('PerUser', 'PerDevice', 'NotConfigured'),
    virtual: fc.boolean(),
    joined: fc.boolean(),
    activated: fc.boolean(),
    packs: fc.array(
      fc.record({
        type: fc.constantFrom('perUser', 'perDevice', 'other'),
        total: fc.nat({ max: 500 }),
        issued: fc.nat({ max: 500 }),
      }),
      { maxLength: 3 },
    ),
    adapter: fc.boolean(),
  })
  .map(inventoryOf)

interface Drawn {
  readonly hosts: number
  readonly desktops: boolean
  readonly names: readonly string[]
  readonly version: string
  readonly highAvailability: boolean
  readonly sql: boolean
  readonly profileDisks: boolean
  readonly sessions: readonly number[]
  readonly gateway: 'Custom' | 'Automatic' | 'DoNotUse'
  readonly mode: 'PerUser' | 'PerDevice' | 'NotConfigured'
  readonly virtual: boolean
  readonly joined: boolean
  readonly activated: boolean
  readonly packs: readonly {
    readonly type: 'perUser' | 'perDevice' | 'other'
    readonly total: number
    readonly issued: number
  }[]
  readonly adapter: boolean
}

function inventoryOf(drawn: Drawn): Inventory {
  const broker = 'NWCB01.northwind.example'
  const isNew = drawn.version.startsWith('10.')
  const hosts = Array.from({ length: drawn.hosts }, (_, index) => `NWSH0${index + 1}.northwind.example`)
  const sessionsOf = (index: number) => ({
    active: drawn.sessions[index * 2] ?? 0,
    disconnected: drawn.sessions[index * 2 + 1] ?? 0,
  })
  const common = (name: string, roles: readonly Role[], features: readonly string[]): Server => ({
    name,
    roles,
    installedFeatures: features,
    operatingSystem: {
      version: drawn.version,
      productType: 3,
      sku: 7,
      installationType: 'Server',
      language: 'de-DE',
      caption: 'Microsoft Windows Server Standard',
    },
    domain: drawn.joined ? 'northwind.example' : null,
    virtualMachine: drawn.virtual,
    odbcDrivers: drawn.sql ? ['ODBC Driver 13 for SQL Server'] : [],
    certificates: [
      {
        thumbprint: '0123456789012345678901234567890123456789',
        subject: 'CN=rds.northwind.example',
        dnsNames: ['rds.northwind.example'],
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2027-03-01T00:00:00Z',
        hasPrivateKey: true,
        privateKeyExportable: drawn.activated,
        enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      },
    ],
  })
  const first: Server = {
    ...common(
      broker,
      ['RDS-CONNECTION-BROKER', 'RDS-GATEWAY', 'RDS-LICENSING'],
      ['RDS-Connection-Broker', 'RDS-Gateway', 'RDS-Licensing'],
    ),
    licenseServer: {
      activated: drawn.activated,
      keyPacks: drawn.packs.map(({ type, total, issued }, index) => ({
        id: index + 2,
        productVersionId: 4,
        productVersion: 'Windows Server 2012',
        licenseType: type,
        keyPackType: 2,
        total,
        issued,
      })),
    },
    gateway: {
      networkAccessProtection: drawn.adapter,
      farmMembers: drawn.highAvailability ? [broker] : [],
      authorizationPolicies: [
        { name: 'All users', kind: 'connection', enabled: true, userGroups: ['NORTHWIND\\Staff', 'BUILTIN\\Users'] },
        {
          name: 'All hosts',
          kind: 'resource',
          enabled: drawn.activated,
          userGroups: ['NORTHWIND\\Staff'],
          computerGroupType: 'any',
        },
      ],
    },
  }
  const desktopHost: Server = {
    ...common('NWVH01.northwind.example', ['RDS-VIRTUALIZATION'], ['Hyper-V', 'RDS-Virtualization']),
    virtualizationHost: {
      liveMigrationAuthentication: drawn.activated ? 'Kerberos' : 'CredSSP',
      virtualMachines: [
        { name: 'VDI-1', state: 'Running', configurationVersion: '5.0', remoteFxAdapter: drawn.adapter },
        { name: 'VDI-2', state: 'Off', configurationVersion: '5.0', remoteFxAdapter: false },
      ],
    },
  }
  const location = '\\\\NWFS01\\upd$\\sales'
  return {
    schemaVersion: 1,
    collection: { collectedOn: broker, elevated: true },
    servers: [
      first,
      ...hosts.map((name, index) => ({
        ...common(name, ['RDS-RD-SERVER'], ['RDS-RD-Server']),
        sessions: sessionsOf(index),
      })),
      ...(drawn.desktops ? [desktopHost] : []),
    ],
    deployment: {
      activeManagementServer: broker,
      highAvailability: drawn.highAvailability
        ? {
            connectionBrokers: [broker],
            activeManagementServer: broker,
            clientAccessName: 'rds.northwind.example',
            database: {
              driver: 'ODBC Driver 13 for SQL Server',
              server: 'NWSQL01\\RDS',
              name: 'RDCB',
              authentication: drawn.sql ? 'sql' : 'windows',
              filePath: 'D:\\SQLData\\RDCB.mdf',
              secondary: false,
            },
          }
        : null,
      sessionCollections: drawn.names.map((name, index) => ({
        name,
        alias: `C${index}`,
        ...(isNew ? { type: 'PooledUnmanaged' } : {}),
        sessionHosts:
          index === 0
            ? hosts.map((server, position) => ({
                server,
                newConnectionAllowed: 'Yes' as const,
                sessions: sessionsOf(position),
              }))
            : [],
        profileDisks:
          drawn.profileDisks && index === 0
            ? {
                enabled: true,
                location,
                maxSizeGB: 20,
                templatePresent: drawn.activated,
                diskCount: drawn.sessions[0] ?? 0,
              }
            : { enabled: false },
        remoteApps: index === 0 ? [{ alias: 'winword', displayName: 'Word', path: 'C:\\Office\\winword.exe' }] : [],
        userGroups: ['NORTHWIND\\Staff'],
      })),
      virtualDesktopCollections: drawn.desktops
        ? [
            {
              name: 'Pool',
              type: 'PooledUnmanaged',
              virtualDesktops: [{ name: 'VDI-1', host: 'NWVH01.northwind.example', state: 'RUNNING' }],
              profileDisks: { enabled: false },
              userGroups: [],
            },
          ]
        : [],
      gateway:
        drawn.gateway === 'Custom'
          ? {
              mode: 'Custom',
              externalFqdn: 'rds.northwind.example',
              logonMethod: 'Password',
              useCachedCredentials: true,
              bypassLocal: drawn.virtual,
            }
          : { mode: drawn.gateway },
      licensing: { mode: drawn.mode, servers: drawn.mode === 'NotConfigured' ? [] : [broker] },
      certificates: (['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const).map((role) =>
        role === 'RDGateway'
          ? {
              role,
              level: 'Trusted' as const,
              thumbprint: '00E1234567890123456789012345678901234567',
              subject: 'CN=rds.northwind.example',
              subjectAlternateNames: ['rds.northwind.example'],
              issuedTo: 'CN=rds.northwind.example',
              issuedBy: 'CN=Northwind CA',
              expiresOn: '2027-03-01T00:00:00Z',
            }
          : { role, level: 'NotConfigured' as const, subjectAlternateNames: [] },
      ),
    },
  }
}
