import type { Inventory } from '../../../src/inventory/inventory.ts'
import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const sales = [...deployment, 'sessionCollections', 0] as const
const finance = [...deployment, 'sessionCollections', 1] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const standalone: Inventory = { ...farm, deployment: null }
const unseen = lacking(farm, 'deployment')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
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
}

judgesAll(tables)
