import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const sales = [...deployment, 'sessionCollections', 0] as const
const finance = [...deployment, 'sessionCollections', 1] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const unseen = lacking(farm, 'deployment')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
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
    ['of a collection in itself', farm, { publishApps: { from: 'Finance', to: 'finance' } }, [impossible]],
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
      'one that may exist, where nobody told the collections',
      lacking(farm, ...finance.slice(0, -1)),
      { removeCollection: { collection: 'Finance' } },
      [
        'undecided runbook-step-impossible: sessionCollections',
        'undecided session-host-has-sessions: sessionCollections',
        'undecided runbook-step-impossible: sessionCollections',
      ],
    ],
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
}

judgesAll(tables)
