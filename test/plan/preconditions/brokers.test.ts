import type { Inventory } from '../../../src/inventory/inventory.ts'
import { judgesAll, type Tables } from '../../support/judged.ts'
import { at, movingFarm } from '../../support/moving-farm.ts'
import { having, lacking } from '../../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const set = [...deployment, 'highAvailability', 'connectionBrokers'] as const
const system = (name: string, version: string) =>
  having(farm, { version, productType: 3 }, 'servers', at(name), 'operatingSystem')
const twoBrokers = having(farm, ['RDCB01', 'rdcb02'], ...set)
const noSet = having(farm, null, ...deployment, 'highAvailability')
const standalone: Inventory = { ...farm, deployment: null }
const unseen = lacking(farm, 'deployment')
const impossible = 'violated runbook-step-impossible'

const tables: Tables = {
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
}

judgesAll(tables)
