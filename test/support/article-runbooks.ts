import type { Inventory, Server } from '../../src/inventory/inventory.ts'
import { having } from './operations.ts'
import { plannedFarm } from './planned-farm.ts'

/** The deployment of everything that the runbooks below are for. */
export const farm = plannedFarm('2012R2', 'migrate')

/**
 * A runbook that goes against a constraint of the article, and what it hears: the rule of its last step, in a violation or in the
 * state that it leaves; "left", with what is left out; "before", with a rule of the inventory as it is; or nothing.
 */
export type Case = readonly [what: string, steps: readonly string[], hears: string, inventory?: Inventory]

const brokersDone = ['removeBrokers: { brokers: [RDCB03] }', 'upgradeServer: { server: RDCB01 }']
const desktopsOff = 'shutDownDesktops: { collection: Developers }'
const impossible = 'runbook-step-impossible'
/** The runbooks, by the rows of docs/coverage.md. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  S1: [
    [
      'a broker of 2008 R2 is upgraded',
      ['removeBrokers: { brokers: [RDCB03] }', 'upgradeServer: { server: RDCB01 }'],
      'in-place-path-unsupported',
      withSystem('RDCB01', '6.1.7601'),
    ],
  ],
  S2: [
    [
      'session hosts come before the broker',
      ['drain: { host: RDSH03 }', 'addHost: { collection: Finance, host: RDSH13 }'],
      'session-host-newer-than-broker',
    ],
    [
      'virtualization hosts come before the broker',
      ['addVirtualizationHost: { host: RDVH11 }'],
      'virtualization-host-newer-than-broker',
    ],
  ],
  S3: [['there is no high availability set', [], 'before broker-ha-not-configured', withoutSet()]],
  S4: [
    ['the broker is upgraded beside another', ['upgradeServer: { server: RDCB01 }'], 'broker-ha-surplus-brokers'],
    ['the active broker is taken out', ['removeBrokers: { brokers: [RDCB01] }'], 'broker-kept-is-not-active'],
    ['no broker is taken out', [], 'left removeBrokers'],
  ],
  S5: [['the broker stays as it is', ['removeBrokers: { brokers: [RDCB03] }'], 'left upgradeServer']],
  S6: [['the new broker is not added', brokersDone, 'left addBroker']],
  S7: [
    [
      'a broker of 2012 R2 joins one of 2012',
      ['removeBrokers: { brokers: [RDCB03] }', 'addBroker: { broker: RDCB13 }'],
      'broker-ha-mixed-releases',
    ],
  ],
  S8: [['old hosts stay behind the upgraded broker', brokersDone, 'nothing']],
  S9: [
    [
      'a session host of 2012 R2 joins before the broker is upgraded',
      ['removeBrokers: { brokers: [RDCB03] }', 'addHost: { collection: Finance, host: RDSH13 }'],
      'session-host-newer-than-broker',
    ],
  ],
  S10: [['a collection stays behind', brokersDone, 'left addHost']],
  S11: [
    [
      'new hosts join old ones that take new connections',
      [...brokersDone, 'addHost: { collection: Finance, host: RDSH13 }'],
      'session-collection-mixed-releases',
    ],
  ],
  S12: [
    [
      'users are signed out of a host that is not drained',
      [...brokersDone, 'signOut: { host: RDSH03 }'],
      'session-host-accepts-connections',
    ],
  ],
  S13: [
    [
      'a host is removed with sessions on it',
      [...brokersDone, 'drain: { host: RDSH03 }', 'removeHost: { collection: Finance, host: RDSH03 }'],
      'session-host-has-sessions',
      withSessions(),
    ],
    [
      'an old host stays',
      [...brokersDone, 'drain: { host: RDSH03 }', 'addHost: { collection: Finance, host: RDSH13 }'],
      'left removeHost',
    ],
  ],
  S14: [
    [
      'the collection points where no files are',
      ["setProfileDiskLocation: { collection: Sales, location: '\\\\FS11\\Disks\\Sales' }"],
      'profile-disk-files-missing',
      having(farm, [], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
    ],
    [
      'the files move and the collection does not',
      ["moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales', to: '\\\\FS11\\Disks\\Sales' }"],
      'left setProfileDiskLocation',
    ],
  ],
  S14b: [
    [
      'the files move to another path below the share',
      ["moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales', to: '\\\\FS11\\Disks\\Profiles\\Sales' }"],
      'profile-disk-relative-path-changed',
    ],
  ],
  S15: [
    [
      'one of two old hosts is drained when the new one joins',
      [...brokersDone, 'drain: { host: RDSH01 }', 'addHost: { collection: Sales, host: RDSH11 }'],
      'session-collection-mixed-releases',
    ],
  ],
  S16: [
    [
      'a virtualization host of 2012 R2 joins before the broker is upgraded',
      ['removeBrokers: { brokers: [RDCB03] }', 'addVirtualizationHost: { host: RDVH11 }'],
      'virtualization-host-newer-than-broker',
    ],
  ],
  S17: [['the desktops stay behind', brokersDone, 'left moveDesktops']],
  S18: [
    [
      'desktops move to a host that has not joined',
      [...brokersDone, 'moveDesktops: { collection: Developers, from: RDVH01, to: RDVH11 }'],
      impossible,
    ],
  ],
  S20: [
    [
      'the old host goes with its desktops',
      [...brokersDone, 'addVirtualizationHost: { host: RDVH11 }', 'removeVirtualizationHost: { host: RDVH01 }'],
      'virtual-desktop-on-retiring-host',
    ],
  ],
  S21: [
    [
      'the old host stays',
      [
        ...brokersDone,
        'addVirtualizationHost: { host: RDVH11 }',
        'moveDesktops: { collection: Developers, from: RDVH01, to: RDVH11 }',
      ],
      'left removeVirtualizationHost',
    ],
  ],
  S22: [
    [
      'files of desktops that run are moved',
      ["moveProfileDisks: { from: '\\\\FS01\\Disks\\Desktops', to: '\\\\FS11\\Disks\\Desktops' }"],
      impossible,
      withDesktopDisks(),
    ],
    [
      'they move to another path below the share',
      [desktopsOff, "moveProfileDisks: { from: '\\\\FS01\\Disks\\Desktops', to: '\\\\FS11\\Disks\\VDI' }"],
      'profile-disk-relative-path-changed',
      withDesktopDisks(),
    ],
  ],
  S23: [
    [
      'a desktop collection lies on hosts of two releases',
      [
        ...brokersDone,
        'addVirtualizationHost: { host: RDVH11 }',
        'moveDesktops: { collection: Developers, from: RDVH01, to: RDVH11 }',
      ],
      'virtual-desktop-collection-mixed-releases',
      withSecondHost(),
    ],
  ],
  S24: [['Web Access stays', brokersDone, 'left replaceServer RDWA01']],
  S25: [['the gateway stays', ['replaceServer: { server: RDWA01, by: RDWA11 }'], 'left replaceServer RDGW01']],
  S26: [
    [
      'the licences move to a licence server of 2008 R2',
      ['moveLicenses: { from: RDLS01, to: RDLS11 }'],
      'license-server-older-than-host',
      withSystem('RDLS11', '6.1.7601'),
    ],
  ],
  S27: [
    ['the licences stay', [], 'left moveLicenses'],
    [
      'the new licence server is not activated',
      ['moveLicenses: { from: RDLS01, to: RDLS11 }', 'addLicenseServer: { server: RDLS11 }'],
      'license-server-not-activated',
      withServer('RDLS11', { licenseServer: { activated: false, keyPacks: [] } }),
    ],
  ],
  S28: [
    [
      'the new licence server is not listed',
      ['moveLicenses: { from: RDLS01, to: RDLS11 }', 'removeLicenses: { server: RDLS01 }'],
      impossible,
    ],
    ['nor ever', ['moveLicenses: { from: RDLS01, to: RDLS11 }'], 'left addLicenseServer'],
  ],
  S29: [
    [
      'the old licence server goes with its licences',
      [
        'moveLicenses: { from: RDLS01, to: RDLS11 }',
        'addLicenseServer: { server: RDLS11 }',
        'removeLicenseServer: { server: RDLS01 }',
      ],
      'license-cals-on-both-servers',
    ],
    [
      'the licences stay on both',
      ['moveLicenses: { from: RDLS01, to: RDLS11 }', 'addLicenseServer: { server: RDLS11 }'],
      'left removeLicenses',
    ],
  ],
  S30: [
    [
      'the last licence server is taken off the list',
      ['removeLicenseServer: { server: RDLS01 }'],
      'license-server-missing',
    ],
    ['the old one stays on the list', ['addLicenseServer: { server: RDLS11 }'], 'left removeLicenseServer'],
  ],
  S31: [['a server that stands alone stays', [], 'left replaceServer RDSA01', withStandalone()]],
  S32: [['certificates are not set', brokersDone, 'left setCertificate']],
  S34: [
    [
      'a certificate without its private key is set',
      ['setCertificate: { role: RDWebAccess }'],
      'certificate-private-key-missing',
      withKeyless(),
    ],
  ],
  S35: [['it is set from the PFX file', ['setCertificate: { role: RDWebAccess }'], 'nothing']],
  S36: [['a role is left out', ['setCertificate: { role: RDGateway }'], 'left setCertificate']],
}

function withServer(name: string, change: Partial<Server>): Inventory {
  const servers = (farm.servers ?? []).map((server) =>
    server.name === `${name}.northwind.example` ? { ...server, ...change } : server,
  )
  return { ...farm, servers }
}

function withSystem(name: string, version: string): Inventory {
  const system = farm.servers?.find((server) => server.name.startsWith(name))?.operatingSystem
  return withServer(name, { operatingSystem: { ...system, version } } as Partial<Server>)
}

function withoutSet(): Inventory {
  return having(farm, null, 'deployment', 'highAvailability')
}

function withSessions(): Inventory {
  const sessions = { active: 3, disconnected: 0 }
  return having(farm, sessions, 'deployment', 'sessionCollections', 1, 'sessionHosts', 0, 'sessions')
}

function withKeyless(): Inventory {
  const servers = (farm.servers ?? []).map((server) => ({
    ...server,
    certificates: (server.certificates ?? []).map((one) => ({ ...one, hasPrivateKey: false })),
  }))
  return { ...farm, servers }
}

function withDesktopDisks(): Inventory {
  const disks = {
    enabled: true,
    location: '\\\\FS01\\Disks\\Desktops',
    maxSizeGB: 20,
    templatePresent: true,
    diskCount: 2,
  }
  return having(farm, disks, 'deployment', 'virtualDesktopCollections', 0, 'profileDisks')
}

/** With a desktop of the collection on another virtualization host. */
function withSecondHost(): Inventory {
  const host = farm.servers?.find(({ name }) => name.startsWith('RDVH01'))
  const servers = [...(farm.servers ?? []), ...(host ? [{ ...host, name: 'RDVH02.northwind.example' }] : [])]
  const way = ['deployment', 'virtualDesktopCollections', 0, 'virtualDesktops', 1, 'host'] as const
  return { ...having(farm, 'RDVH02.northwind.example', ...way), servers }
}

/** With a session host that belongs to no deployment, and its successor. */
function withStandalone(): Inventory {
  const host = farm.servers?.find(({ name }) => name.startsWith('RDSH01'))
  const fresh = farm.servers?.find(({ name }) => name.startsWith('RDSH11'))
  if (!host || !fresh) throw new Error('the farm has no session hosts')
  const move = { source: 'RDSA01.northwind.example', destination: 'RDSA11.northwind.example' }
  return {
    ...farm,
    migration: { ...farm.migration, servers: [...(farm.migration?.servers ?? []), move] },
    servers: [
      ...(farm.servers ?? []),
      { ...host, name: move.source, roles: [], installedFeatures: ['RDS-RD-Server'] },
      { ...fresh, name: move.destination },
    ],
  } as Inventory
}
