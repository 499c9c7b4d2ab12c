import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const developers = [...deployment, 'virtualDesktopCollections', 0] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
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
    ['a server that is in no inventory', farm, { removeVirtualizationHost: { host: 'RDVH99' } }, [impossible]],
    [
      'a server that an inventory without servers may have',
      lacking(farm, 'servers'),
      { removeVirtualizationHost: { host: 'RDVH99' } },
      ['undecided runbook-step-impossible: RDVH99'],
    ],
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
    [
      'from a host to itself',
      farm,
      { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'rdvh01.northwind.example' } },
      [impossible],
    ],
    ['a host is not', farm, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDSH11' } }, [impossible]],
    ['no such collection', farm, { moveDesktops: { collection: 'Sales', from: 'RDVH01', to: 'RDVH11' } }, [impossible]],
    [
      'roles that nobody told',
      lacking(farm, 'servers', at('RDVH11'), 'roles'),
      { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } },
      ['undecided runbook-step-impossible: roles'],
    ],
  ],
}

judgesAll(tables)
