import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const finance = [...deployment, 'sessionCollections', 1] as const
const set = [...deployment, 'highAvailability', 'connectionBrokers'] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
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
}

judgesAll(tables)
