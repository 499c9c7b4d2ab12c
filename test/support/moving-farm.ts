import type { Inventory, KeyPack, Role, Server } from '../../src/inventory/inventory.ts'

/** Licences of Windows Server 2012, which admit to 2012 R2 too. */
export const userLicences: KeyPack = {
  id: 2,
  productVersionId: 4,
  productVersion: 'Windows Server 2012',
  licenseType: 'perUser',
  keyPackType: 2,
  total: 100,
  issued: 80,
}

/** A temporary pack, which is no licence. */
export const temporaryPack: KeyPack = { ...userLicences, id: 1, keyPackType: 4, total: 5 }

const certificate = {
  thumbprint: 'A1C1E0B2D3A4958671F0E1D2C3B4A5968778690A',
  subject: 'CN=*.northwind.example',
  dnsNames: ['*.northwind.example'],
  notAfter: '2028-01-10T00:00:00Z',
  hasPrivateKey: true,
  privateKeyExportable: true,
}

/** The thumbprint of the certificate that the roles of `movingFarm` use. */
export const { thumbprint } = certificate

/**
 * A deployment of Windows Server 2012 on its way to 2012 R2, wholly known: the one broker that stays is upgraded, nothing else
 * is. Old servers have numbers up to 09 and successors numbers from 11 on.
 */
export const movingFarm: Inventory = {
  schemaVersion: 1,
  migration: {
    target: '2012R2',
    method: 'migrate',
    phase: 'during',
    servers: [
      { source: 'RDSH01', destination: 'RDSH11' },
      { source: 'RDVH01', destination: 'RDVH11' },
      { source: 'RDWA01', destination: 'RDWA11' },
      { source: 'RDGW01', destination: 'RDGW11' },
      { source: 'RDLS01', destination: 'RDLS11' },
      { source: 'FS01', destination: 'FS11' },
    ],
    certificates: [{ role: 'RDGateway', thumbprint }],
    collections: [{ source: 'Finance', destination: 'Finance 2012 R2' }],
    profileDiskLocations: [
      { source: '\\\\FS01\\Disks\\Sales', destination: '\\\\FS11\\Disks\\Sales', sourceFiles: ['UVHD-template.vhdx'] },
    ],
  },
  servers: [
    server('RDCB01', '6.3.9600', ['RDS-CONNECTION-BROKER']),
    server('RDCB02', '6.3.9600', [], { installedFeatures: ['RDS-Connection-Broker'] }),
    server('RDSH01', '6.2.9200', ['RDS-RD-SERVER'], { sessions: { active: 0, disconnected: 0 } }),
    server('RDSH02', '6.2.9200', ['RDS-RD-SERVER']),
    server('RDSH11', '6.3.9600', []),
    server('RDVH01', '6.2.9200', ['RDS-VIRTUALIZATION'], {
      virtualizationHost: {
        liveMigrationAuthentication: 'Kerberos',
        virtualMachines: [
          { name: 'DEV-1', state: 'Off', configurationVersion: '5.0' },
          { name: 'DEV-2', state: 'Off', configurationVersion: '5.0' },
          { name: 'Backup', state: 'Off', configurationVersion: '5.0' },
        ],
      },
    }),
    server('RDVH11', '6.3.9600', ['RDS-VIRTUALIZATION'], {
      virtualizationHost: { liveMigrationAuthentication: 'Kerberos', virtualMachines: [] },
    }),
    server('RDWA01', '6.2.9200', ['RDS-WEB-ACCESS'], {
      installedFeatures: ['Web-Server', 'RDS-Web-Access'],
      webAccess: { machineKeyHash: '5e884898', customized: true },
    }),
    server('RDWA11', '6.3.9600', [], { webAccess: { customized: false } }),
    server('RDGW01', '6.2.9200', ['RDS-GATEWAY'], {
      gateway: { farmMembers: ['RDGW01', 'RDGW02'], networkAccessProtection: false, authorizationPolicies: [] },
    }),
    server('RDGW02', '6.3.9600', ['RDS-GATEWAY'], {
      gateway: { farmMembers: ['RDGW01', 'RDGW02'], networkAccessProtection: false, authorizationPolicies: [] },
    }),
    server('RDGW11', '6.3.9600', []),
    server('RDLS01', '6.2.9200', ['RDS-LICENSING'], {
      licenseServer: { activated: true, keyPacks: [temporaryPack, userLicences] },
    }),
    server('RDLS11', '6.3.9600', [], { licenseServer: { activated: true, keyPacks: [] } }),
  ],
  deployment: {
    activeManagementServer: 'RDCB01.northwind.example',
    highAvailability: {
      connectionBrokers: ['RDCB01.northwind.example'],
      activeManagementServer: 'RDCB01.northwind.example',
      clientAccessName: 'rds.northwind.example',
    },
    sessionCollections: [
      {
        name: 'Sales',
        type: 'PooledUnmanaged',
        sessionHosts: [{ server: 'RDSH01', newConnectionAllowed: 'No', sessions: { active: 0, disconnected: 0 } }],
        profileDisks: { enabled: true, location: '\\\\FS01\\Disks\\Sales', maxSizeGB: 20 },
        remoteApps: [{ alias: 'winword', displayName: 'Word' }],
        userGroups: ['NORTHWIND\\Sales'],
      },
      {
        name: 'Finance',
        type: 'PersonalUnmanaged',
        sessionHosts: [{ server: 'RDSH02', newConnectionAllowed: 'Yes', sessions: { active: 2, disconnected: 1 } }],
        profileDisks: null,
        remoteApps: [{ alias: 'excel', displayName: 'Excel' }],
        userGroups: ['NORTHWIND\\Finance'],
      },
    ],
    virtualDesktopCollections: [
      {
        name: 'Developers',
        virtualDesktops: [
          { name: 'DEV-1', host: 'RDVH01', state: 'Off' },
          { name: 'DEV-2', host: 'rdvh01.northwind.example', state: 'Off' },
        ],
        profileDisks: { enabled: true, location: '\\\\FS01\\Disks\\Developers' },
        userGroups: ['NORTHWIND\\Developers'],
      },
    ],
    gateway: { mode: 'Automatic' },
    licensing: { mode: 'PerUser', servers: ['RDLS01'] },
    certificates: [
      { role: 'RDRedirector', level: 'Trusted', thumbprint, issuedTo: '*.northwind.example' },
      { role: 'RDGateway', level: 'NotConfigured' },
    ],
  },
}

/** The position of a server of `movingFarm`, for a way to its facts. */
export function at(name: string): number {
  return (movingFarm.servers ?? []).findIndex((one) => one.name === `${name}.northwind.example`)
}

function server(name: string, version: string, roles: readonly Role[], more: Partial<Server> = {}): Server {
  return {
    name: `${name}.northwind.example`,
    roles,
    installedFeatures: [],
    operatingSystem: { version, productType: 3, installationType: 'Server', language: 'en-US' },
    domain: 'northwind.example',
    certificates: [certificate],
    licenseServer: null,
    gateway: null,
    webAccess: null,
    virtualizationHost: null,
    ...more,
  }
}
