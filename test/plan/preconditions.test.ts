import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../src/inventory/inventory.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { at, movingFarm, temporaryPack, thumbprint, userLicences } from '../support/moving-farm.ts'
import { answers, having, lacking } from '../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const sales = [...deployment, 'sessionCollections', 0] as const
const finance = [...deployment, 'sessionCollections', 1] as const
const developers = [...deployment, 'virtualDesktopCollections', 0] as const
const set = [...deployment, 'highAvailability', 'connectionBrokers'] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const twoBrokers = having(farm, ['RDCB01', 'rdcb02'], ...set)
const noSet = having(farm, null, ...deployment, 'highAvailability')
const standalone: Inventory = { ...farm, deployment: null }
const unseen = lacking(farm, 'deployment')

type Row = readonly [title: string, inventory: Inventory, operation: Operation, answers: readonly string[]]

const impossible = 'violated runbook-step-impossible'

const tables: Readonly<Record<string, readonly Row[]>> = {
  removeBrokers: [
    ['a broker of the set beside the active one', twoBrokers, { removeBrokers: { brokers: ['RDCB02'] } }, []],
    ['the active one', twoBrokers, { removeBrokers: { brokers: ['rdcb01'] } }, ['violated broker-kept-is-not-active']],
    ['a server outside the set', twoBrokers, { removeBrokers: { brokers: ['RDSH01'] } }, [impossible]],
    ['without a set', noSet, { removeBrokers: { brokers: ['RDCB02'] } }, [impossible]],
    [
      'a set that nobody told',
      lacking(farm, ...deployment, 'highAvailability', 'connectionBrokers'),
      { removeBrokers: { brokers: ['RDCB02'] } },
      ['undecided runbook-step-impossible: connectionBrokers'],
    ],
    [
      'an active broker that nobody told',
      lacking(
        lacking(twoBrokers, ...deployment, 'activeManagementServer'),
        ...deployment,
        'highAvailability',
        'activeManagementServer',
      ),
      { removeBrokers: { brokers: ['RDCB02'] } },
      ['undecided broker-kept-is-not-active: activeManagementServer'],
    ],
    [
      'no deployment that was told',
      unseen,
      { removeBrokers: { brokers: ['RDCB02'] } },
      ['undecided runbook-step-impossible: deployment', 'undecided broker-kept-is-not-active: deployment'],
    ],
  ],
  upgradeServer: [
    ['a documented path', system('RDCB01', '6.2.9200'), { upgradeServer: { server: 'RDCB01' } }, []],
    [
      'no documented path',
      system('RDCB01', '6.1.7601'),
      { upgradeServer: { server: 'RDCB01', to: '2022' } },
      ['violated in-place-path-unsupported'],
    ],
    ['the hop of a path', system('RDCB01', '6.2.9200'), { upgradeServer: { server: 'RDCB01', to: '2016' } }, []],
    [
      'an older release',
      system('RDCB01', '10.0.14393'),
      { upgradeServer: { server: 'RDCB01' } },
      ['violated in-place-path-unsupported'],
    ],
    ['a server at the target', farm, { upgradeServer: { server: 'RDCB01' } }, [impossible]],
    [
      'a release that nobody told',
      lacking(farm, 'servers', at('RDCB01'), 'operatingSystem'),
      { upgradeServer: { server: 'RDCB01' } },
      ['undecided in-place-path-unsupported: operatingSystem'],
    ],
    [
      'a broker beside another in the set',
      having(system('RDCB01', '6.2.9200'), ['RDCB01', 'RDCB02'], ...set),
      { upgradeServer: { server: 'RDCB01' } },
      ['violated broker-ha-surplus-brokers'],
    ],
    [
      'a removed broker, while the set holds another',
      system('RDCB02', '6.2.9200'),
      { upgradeServer: { server: 'RDCB02' } },
      [],
    ],
    [
      'a broker without a set',
      having(system('RDCB01', '6.2.9200'), null, ...deployment, 'highAvailability'),
      { upgradeServer: { server: 'RDCB01' } },
      [],
    ],
    [
      'a broker of a set that nobody told',
      lacking(system('RDCB01', '6.2.9200'), ...deployment, 'highAvailability'),
      { upgradeServer: { server: 'RDCB01' } },
      ['undecided broker-ha-surplus-brokers: highAvailability'],
    ],
    [
      'no broker, beside a set that nobody told',
      lacking(farm, ...deployment, 'highAvailability'),
      { upgradeServer: { server: 'RDWA01' } },
      [],
    ],
    ['a drained host without sessions', farm, { upgradeServer: { server: 'RDSH01' } }, []],
    [
      'a host with sessions that takes connections',
      farm,
      { upgradeServer: { server: 'RDSH02' } },
      ['violated session-host-accepts-connections', 'violated session-host-has-sessions'],
    ],
    [
      'a host of which neither is told',
      lacking(
        lacking(farm, ...finance, 'sessionHosts', 0, 'newConnectionAllowed'),
        ...finance,
        'sessionHosts',
        0,
        'sessions',
      ),
      { upgradeServer: { server: 'RDSH02' } },
      [
        'undecided session-host-accepts-connections: newConnectionAllowed',
        'undecided session-host-has-sessions: sessions',
      ],
    ],
    [
      'a host of collections that nobody told',
      lacking(farm, ...deployment, 'sessionCollections'),
      { upgradeServer: { server: 'RDSH01' } },
      [
        'undecided session-host-accepts-connections: sessionCollections',
        'undecided session-host-has-sessions: sessionCollections',
      ],
    ],
    ['a virtualization host whose machines are off', farm, { upgradeServer: { server: 'RDVH01' } }, []],
    [
      'a virtualization host with a running machine',
      having(farm, 'Running', 'servers', at('RDVH01'), 'virtualizationHost', 'virtualMachines', 2, 'state'),
      { upgradeServer: { server: 'RDVH01' } },
      ['violated virtual-machine-running'],
    ],
    [
      'a virtualization host with a saved machine',
      having(farm, 'Saved', 'servers', at('RDVH01'), 'virtualizationHost', 'virtualMachines', 2, 'state'),
      { upgradeServer: { server: 'RDVH01' } },
      [],
    ],
    [
      'a machine whose state nobody told',
      lacking(farm, 'servers', at('RDVH01'), 'virtualizationHost', 'virtualMachines', 2, 'state'),
      { upgradeServer: { server: 'RDVH01' } },
      ['undecided virtual-machine-running: state'],
    ],
    [
      'a server that is in no inventory',
      farm,
      { upgradeServer: { server: 'RDSH99' } },
      ['undecided in-place-path-unsupported: RDSH99', 'undecided virtual-machine-running: RDSH99'],
    ],
  ],
  addBroker: [
    ['one of the release of the set', farm, { addBroker: { broker: 'RDCB02' } }, []],
    [
      'one of another release',
      system('RDCB02', '6.2.9200'),
      { addBroker: { broker: 'RDCB02' } },
      ['violated broker-ha-mixed-releases'],
    ],
    ['one of the set', farm, { addBroker: { broker: 'rdcb01' } }, [impossible]],
    ['without a set', noSet, { addBroker: { broker: 'RDCB02' } }, [impossible]],
    ['without a deployment', standalone, { addBroker: { broker: 'RDCB02' } }, [impossible]],
    [
      'a release that nobody told',
      lacking(farm, 'servers', at('RDCB02'), 'operatingSystem', 'version'),
      { addBroker: { broker: 'RDCB02' } },
      ['undecided broker-ha-mixed-releases: version'],
    ],
    [
      'a set that nobody told',
      lacking(farm, ...deployment, 'highAvailability'),
      { addBroker: { broker: 'RDCB02' } },
      ['undecided runbook-step-impossible: highAvailability', 'undecided broker-ha-mixed-releases: highAvailability'],
    ],
  ],
  setActiveBroker: [
    ['one of the set', twoBrokers, { setActiveBroker: { broker: 'RDCB02' } }, []],
    ['one outside the set', farm, { setActiveBroker: { broker: 'RDCB02' } }, [impossible]],
    ['without a set', noSet, { setActiveBroker: { broker: 'RDCB01' } }, [impossible]],
    [
      'a set that nobody told',
      unseen,
      { setActiveBroker: { broker: 'RDCB01' } },
      ['undecided runbook-step-impossible: deployment'],
    ],
  ],
  addHost: [
    ['one of the release of the brokers', farm, { addHost: { collection: 'sales', host: 'RDSH11' } }, []],
    [
      'one that is newer than a broker',
      system('RDSH11', '10.0.14393'),
      { addHost: { collection: 'Sales', host: 'RDSH11' } },
      ['violated session-host-newer-than-broker'],
    ],
    ['one of another collection', farm, { addHost: { collection: 'Sales', host: 'RDSH02' } }, [impossible]],
    ['a collection that does not exist', farm, { addHost: { collection: 'Trading', host: 'RDSH11' } }, [impossible]],
    ['without a deployment', standalone, { addHost: { collection: 'Sales', host: 'RDSH11' } }, [impossible]],
    [
      'a release that nobody told',
      lacking(farm, 'servers', at('RDSH11'), 'operatingSystem'),
      { addHost: { collection: 'Sales', host: 'RDSH11' } },
      ['undecided session-host-newer-than-broker: operatingSystem'],
    ],
    [
      'a host that is not in the inventory yet',
      farm,
      { addHost: { collection: 'Sales', host: 'RDSH12' } },
      ['undecided session-host-newer-than-broker: RDSH12'],
    ],
    [
      'a broker whose release nobody told',
      lacking(farm, 'servers', at('RDCB01'), 'operatingSystem'),
      { addHost: { collection: 'Sales', host: 'RDSH11' } },
      ['undecided session-host-newer-than-broker: operatingSystem'],
    ],
    [
      'collections that nobody told',
      lacking(farm, ...deployment, 'sessionCollections'),
      { addHost: { collection: 'Sales', host: 'RDSH11' } },
      ['undecided runbook-step-impossible: sessionCollections'],
    ],
  ],
  removeHost: [
    ['one without sessions', farm, { removeHost: { collection: 'Sales', host: 'RDSH01' } }, []],
    [
      'one with sessions',
      farm,
      { removeHost: { collection: 'Finance', host: 'RDSH02' } },
      ['violated session-host-has-sessions'],
    ],
    [
      'one with disconnected sessions, as its server tells',
      having(farm, { active: 0, disconnected: 1 }, 'servers', at('RDSH01'), 'sessions'),
      { removeHost: { collection: 'Sales', host: 'RDSH01' } },
      ['violated session-host-has-sessions'],
    ],
    ['one of another collection', farm, { removeHost: { collection: 'Sales', host: 'RDSH02' } }, [impossible]],
    [
      'sessions that nobody told',
      lacking(farm, ...finance, 'sessionHosts', 0, 'sessions'),
      { removeHost: { collection: 'Finance', host: 'RDSH02' } },
      ['undecided session-host-has-sessions: sessions'],
    ],
    [
      'hosts that nobody told',
      lacking(farm, ...sales, 'sessionHosts'),
      { removeHost: { collection: 'Sales', host: 'RDSH01' } },
      ['undecided runbook-step-impossible: sessionHosts', 'undecided session-host-has-sessions: sessionHosts'],
    ],
  ],
  drain: [
    ['a host of a collection', farm, { drain: { host: 'RDSH02' } }, []],
    ['a host of none', farm, { drain: { host: 'RDSH11' } }, [impossible]],
    [
      'collections that nobody told',
      unseen,
      { drain: { host: 'RDSH02' } },
      ['undecided runbook-step-impossible: deployment'],
    ],
  ],
  allowConnections: [
    ['a host of a collection', farm, { allowConnections: { host: 'RDSH01' } }, []],
    ['a host of none', farm, { allowConnections: { host: 'RDSH11' } }, [impossible]],
  ],
  signOut: [
    ['a drained host', farm, { signOut: { host: 'RDSH01' } }, []],
    [
      'one that takes connections',
      farm,
      { signOut: { host: 'RDSH02' } },
      ['violated session-host-accepts-connections'],
    ],
    [
      'a drain that nobody told',
      lacking(farm, ...sales, 'sessionHosts', 0, 'newConnectionAllowed'),
      { signOut: { host: 'RDSH01' } },
      ['undecided session-host-accepts-connections: newConnectionAllowed'],
    ],
    ['a host of no collection', farm, { signOut: { host: 'RDSH11' } }, [impossible]],
  ],
  createCollection: [
    ['a new one', farm, { createCollection: { collection: 'Trading', hosts: ['RDSH11'] } }, []],
    ['one that exists', farm, { createCollection: { collection: 'SALES', hosts: ['RDSH11'] } }, [impossible]],
    ['no host', farm, { createCollection: { collection: 'Trading', hosts: [] } }, [impossible]],
    [
      'a host of another collection',
      farm,
      { createCollection: { collection: 'Trading', hosts: ['RDSH02'] } },
      [impossible],
    ],
    [
      'hosts of two releases, one of them newer than the broker',
      having(system('RDSH11', '10.0.14393'), [], ...sales, 'sessionHosts'),
      { createCollection: { collection: 'Trading', hosts: ['RDSH01', 'RDSH11'] } },
      ['violated session-collection-mixed-releases', 'violated session-host-newer-than-broker'],
    ],
    [
      'a release that nobody told',
      lacking(having(farm, [], ...sales, 'sessionHosts'), 'servers', at('RDSH01'), 'operatingSystem'),
      { createCollection: { collection: 'Trading', hosts: ['RDSH01', 'RDSH11'] } },
      [
        'undecided session-collection-mixed-releases: operatingSystem',
        'undecided session-host-newer-than-broker: operatingSystem',
      ],
    ],
    [
      'collections that nobody told',
      lacking(farm, ...deployment, 'sessionCollections'),
      { createCollection: { collection: 'Trading', hosts: ['RDSH11'] } },
      ['undecided runbook-step-impossible: sessionCollections'],
    ],
  ],
  publishApps: [
    ['both exist', farm, { publishApps: { from: 'Finance', to: 'Sales' } }, []],
    ['one does not exist', farm, { publishApps: { from: 'Finance', to: 'Trading' } }, [impossible]],
    [
      'collections that nobody told',
      unseen,
      { publishApps: { from: 'Finance', to: 'Sales' } },
      ['undecided runbook-step-impossible: deployment', 'undecided runbook-step-impossible: deployment'],
    ],
  ],
  removeCollection: [
    [
      'one without sessions whose RemoteApps are elsewhere',
      having(farm, [{ alias: 'WinWord' }], ...finance, 'remoteApps'),
      { removeCollection: { collection: 'Sales' } },
      [],
    ],
    ['RemoteApps that are nowhere else', farm, { removeCollection: { collection: 'Sales' } }, [impossible]],
    [
      'sessions',
      having(farm, [], ...finance, 'remoteApps'),
      { removeCollection: { collection: 'Finance' } },
      ['violated session-host-has-sessions'],
    ],
    ['one that does not exist', farm, { removeCollection: { collection: 'Trading' } }, [impossible]],
    [
      'RemoteApps and sessions that nobody told',
      lacking(lacking(farm, ...finance, 'remoteApps'), ...finance, 'sessionHosts'),
      { removeCollection: { collection: 'Finance' } },
      ['undecided session-host-has-sessions: sessionHosts', 'undecided runbook-step-impossible: remoteApps'],
    ],
    [
      'RemoteApps of another one that nobody told',
      lacking(farm, ...finance, 'remoteApps'),
      { removeCollection: { collection: 'Sales' } },
      ['undecided runbook-step-impossible: remoteApps'],
    ],
  ],
  'machines and desktops': [
    ['shutting down needs nothing', farm, { shutDownMachines: { host: 'RDVH01' } }, []],
    ['starting needs nothing', farm, { startMachines: { host: 'RDVH01' } }, []],
    ['shutting down desktops needs nothing', farm, { shutDownDesktops: { collection: 'Developers' } }, []],
    ['starting desktops needs nothing', farm, { startDesktops: { collection: 'Developers' } }, []],
  ],
  addVirtualizationHost: [
    [
      'one of the release of the broker',
      having(farm, [], 'servers', at('RDVH11'), 'roles'),
      { addVirtualizationHost: { host: 'RDVH11' } },
      [],
    ],
    [
      'one that is newer than a broker',
      having(system('RDVH11', '10.0.14393'), [], 'servers', at('RDVH11'), 'roles'),
      { addVirtualizationHost: { host: 'RDVH11' } },
      ['violated virtualization-host-newer-than-broker'],
    ],
    ['one of the deployment', farm, { addVirtualizationHost: { host: 'RDVH11' } }, [impossible]],
    [
      'a release and roles that nobody told',
      lacking(lacking(farm, 'servers', at('RDVH11'), 'roles'), 'servers', at('RDVH11'), 'operatingSystem'),
      { addVirtualizationHost: { host: 'RDVH11' } },
      [
        'undecided runbook-step-impossible: roles',
        'undecided virtualization-host-newer-than-broker: operatingSystem, roles',
      ],
    ],
  ],
  removeVirtualizationHost: [
    ['one without desktops', farm, { removeVirtualizationHost: { host: 'RDVH11' } }, []],
    [
      'one with desktops',
      farm,
      { removeVirtualizationHost: { host: 'RDVH01' } },
      ['violated virtual-desktop-on-retiring-host'],
    ],
    ['a server that is none', farm, { removeVirtualizationHost: { host: 'RDSH01' } }, [impossible]],
    [
      'a desktop whose host nobody told',
      lacking(farm, ...developers, 'virtualDesktops', 0, 'host'),
      { removeVirtualizationHost: { host: 'RDVH11' } },
      ['undecided virtual-desktop-on-retiring-host: host'],
    ],
    [
      'collections that nobody told',
      lacking(farm, ...deployment, 'virtualDesktopCollections'),
      { removeVirtualizationHost: { host: 'RDVH11' } },
      ['undecided virtual-desktop-on-retiring-host: virtualDesktopCollections'],
    ],
  ],
  moveDesktops: [
    ['both hosts are there', farm, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } }, []],
    ['a host is not', farm, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDSH11' } }, [impossible]],
    ['no such collection', farm, { moveDesktops: { collection: 'Sales', from: 'RDVH01', to: 'RDVH11' } }, [impossible]],
    [
      'roles that nobody told',
      lacking(farm, 'servers', at('RDVH11'), 'roles'),
      { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } },
      ['undecided runbook-step-impossible: roles'],
    ],
  ],
  moveProfileDisks: [
    [
      'the same path below the share, and nobody signed in',
      farm,
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Profiles' } },
      [],
    ],
    [
      'another path below the share',
      farm,
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales', to: '\\\\FS11\\Disks\\Old\\Sales' } },
      ['violated profile-disk-relative-path-changed'],
    ],
    [
      'a local path, of which nobody knows the share',
      farm,
      { moveProfileDisks: { from: 'D:\\Disks', to: '\\\\FS11\\Disks' } },
      ['undecided profile-disk-relative-path-changed: share of D:\\Disks'],
    ],
    [
      'users signed in to a collection below the folder',
      having(farm, { active: 1, disconnected: 0 }, ...sales, 'sessionHosts', 0, 'sessions'),
      { moveProfileDisks: { from: '\\\\FS01.northwind.example\\disks', to: '\\\\FS11\\Disks' } },
      ['violated session-host-has-sessions'],
    ],
    [
      'a desktop that runs',
      having(farm, 'Running', ...developers, 'virtualDesktops', 0, 'state'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Developers', to: '\\\\FS11\\Disks\\Developers' } },
      [impossible],
    ],
    [
      'users of a collection elsewhere',
      having(farm, { enabled: true, location: '\\\\FS02\\Disks' }, ...finance, 'profileDisks'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Disks' } },
      [],
    ],
    [
      'disks of a collection that nobody told, where users are signed in',
      lacking(farm, ...finance, 'profileDisks'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks', to: '\\\\FS11\\Disks' } },
      ['undecided session-host-has-sessions: profileDisks'],
    ],
    [
      'a desktop whose state nobody told',
      lacking(farm, ...developers, 'virtualDesktops', 0, 'state'),
      { moveProfileDisks: { from: '\\\\FS01\\Disks\\Developers', to: '\\\\FS11\\Disks\\Developers' } },
      ['undecided runbook-step-impossible: state'],
    ],
  ],
  setProfileDiskLocation: [
    [
      'files that both listings hold',
      having(farm, ['uvhd-TEMPLATE.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      [],
    ],
    [
      'a file that is missing there',
      having(farm, [], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['violated profile-disk-files-missing'],
    ],
    [
      'a listing that nobody made',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: destinationFiles'],
    ],
    [
      'a location to which nobody moves anything',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS12\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: files at \\\\FS12\\Disks\\Sales'],
    ],
    [
      'the disks of another collection',
      having(farm, ['UVHD-template.vhdx'], 'migration', 'profileDiskLocations', 0, 'destinationFiles'),
      { setProfileDiskLocation: { collection: 'Developers', location: '\\\\FS11\\Disks\\Sales' } },
      ['undecided profile-disk-files-missing: files at \\\\FS11\\Disks\\Sales'],
    ],
    [
      'where they are already',
      farm,
      { setProfileDiskLocation: { collection: 'Sales', location: '//fs01/disks/sales/' } },
      [],
    ],
    [
      'a collection without disks',
      farm,
      { setProfileDiskLocation: { collection: 'Finance', location: '\\\\FS11\\Disks\\Finance' } },
      [],
    ],
    [
      'a collection that does not exist',
      farm,
      { setProfileDiskLocation: { collection: 'Trading', location: '\\\\FS11\\Disks' } },
      [impossible],
    ],
  ],
  replaceServer: [['a server by its successor', farm, { replaceServer: { server: 'RDWA01', by: 'RDWA11' } }, []]],
  addLicenseServer: [
    ['one that is activated', farm, { addLicenseServer: { server: 'RDLS11' } }, []],
    [
      'one that is not',
      having(farm, false, 'servers', at('RDLS11'), 'licenseServer', 'activated'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['violated license-server-not-activated'],
    ],
    ['one that is listed', farm, { addLicenseServer: { server: 'rdls01.northwind.example' } }, [impossible]],
    [
      'activation that nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'licenseServer', 'activated'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['undecided license-server-not-activated: activated'],
    ],
    [
      'a list that nobody told',
      lacking(farm, ...deployment, 'licensing'),
      { addLicenseServer: { server: 'RDLS11' } },
      ['undecided runbook-step-impossible: licensing'],
    ],
  ],
  removeLicenseServer: [
    [
      'one without licences beside another one',
      having(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        [temporaryPack],
        'servers',
        at('RDLS01'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenseServer: { server: 'RDLS01' } },
      [],
    ],
    [
      'the last one, with licences',
      farm,
      { removeLicenseServer: { server: 'RDLS01' } },
      ['violated license-cals-on-both-servers', 'violated license-server-missing'],
    ],
    ['one that is not listed', farm, { removeLicenseServer: { server: 'RDLS11' } }, [impossible]],
    [
      'packs that nobody told, the last one',
      lacking(farm, 'servers', at('RDLS01'), 'licenseServer', 'keyPacks'),
      { removeLicenseServer: { server: 'RDLS01' } },
      ['undecided license-cals-on-both-servers: keyPacks', 'violated license-server-missing'],
    ],
    [
      'the last one where no mode is set',
      having(
        having(farm, { mode: 'NotConfigured', servers: ['RDLS01'] }, ...deployment, 'licensing'),
        [],
        'servers',
        at('RDLS01'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenseServer: { server: 'RDLS01' } },
      [],
    ],
  ],
  moveLicenses: [
    ['to one that can hold them', farm, { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }, []],
    [
      'to one that is too old',
      system('RDLS11', '6.1.7601'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['violated license-server-older-than-host'],
    ],
    [
      'to one whose release nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'operatingSystem'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['undecided license-server-older-than-host: operatingSystem'],
    ],
    [
      'licences that nobody told',
      lacking(farm, 'servers', at('RDLS01'), 'licenseServer'),
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
      ['undecided license-server-older-than-host: licenseServer'],
    ],
    ['nothing to move', farm, { moveLicenses: { from: 'RDLS11', to: 'RDSH11' } }, []],
  ],
  removeLicenses: [
    [
      'licences that are on another listed server, under another id',
      having(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        [{ ...userLicences, id: 17 }],
        'servers',
        at('RDLS11'),
        'licenseServer',
        'keyPacks',
      ),
      { removeLicenses: { server: 'RDLS01' } },
      [],
    ],
    ['licences that are nowhere else', farm, { removeLicenses: { server: 'RDLS01' } }, [impossible]],
    [
      'licences on a server that is not listed',
      having(farm, [userLicences], 'servers', at('RDLS11'), 'licenseServer', 'keyPacks'),
      { removeLicenses: { server: 'RDLS01' } },
      [impossible],
    ],
    [
      'packs of the other one that nobody told',
      lacking(
        having(farm, ['RDLS01', 'RDLS11'], ...deployment, 'licensing', 'servers'),
        'servers',
        at('RDLS11'),
        'licenseServer',
      ),
      { removeLicenses: { server: 'RDLS01' } },
      ['undecided runbook-step-impossible: licenseServer'],
    ],
    ['none', farm, { removeLicenses: { server: 'RDLS11' } }, []],
  ],
  installLicenses: [
    ['on one that can hold them', farm, { installLicenses: { server: 'RDLS11' } }, []],
    [
      'on one that is too old',
      having(farm, '2016', 'migration', 'target'),
      { installLicenses: { server: 'RDLS11' } },
      ['violated license-server-older-than-host'],
    ],
    [
      'on one whose release nobody told',
      lacking(farm, 'servers', at('RDLS11'), 'operatingSystem'),
      { installLicenses: { server: 'RDLS11' } },
      ['undecided license-server-older-than-host: operatingSystem'],
    ],
  ],
  setCertificate: [
    ['one with a private key', farm, { setCertificate: { role: 'RDWebAccess', thumbprint } }, []],
    ['the one that the plan names', farm, { setCertificate: { role: 'RDGateway' } }, []],
    [
      'one without a private key',
      having(
        farm,
        (farm.servers ?? []).map((server) => ({ ...server, certificates: [{ thumbprint, hasPrivateKey: false }] })),
        'servers',
      ),
      { setCertificate: { role: 'RDWebAccess', thumbprint } },
      ['violated certificate-private-key-missing'],
    ],
    [
      'one that no store shows',
      farm,
      { setCertificate: { role: 'RDWebAccess', thumbprint: 'B2' } },
      ['undecided certificate-private-key-missing: certificate B2'],
    ],
    [
      'one that nobody named',
      farm,
      { setCertificate: { role: 'RDWebAccess' } },
      ['undecided certificate-private-key-missing: certificate for RDWebAccess'],
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', (__, inventory, operation, expected) => {
    expect(answers(inventory, operation)).toEqual(expected)
  })
})
