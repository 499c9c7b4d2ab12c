import { expect, test } from 'vitest'
import { surplusBrokers } from '../../../src/inventory/facts/surplus-brokers.ts'
import type { Deployment } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const servers = ['RDCB01.contoso.example', 'RDCB02.contoso.example', 'RDCB03.contoso.example'].map((name) => ({ name }))
const surplus = (deployment: Deployment | null | undefined) =>
  outcome(surplusBrokers(anEstate({ servers, ...(deployment === undefined ? {} : { deployment }) })))
const set = (...connectionBrokers: string[]): Deployment => ({ highAvailability: { connectionBrokers } })
const partly = ['RDCB01', 'RDCB02']

test.each([
  [
    'leaves out the active one, and names others once',
    { ...set('rdcb02', 'RDCB01', 'RDCB02.contoso.example'), activeManagementServer: 'rdcb01' },
    ['RDCB02.contoso.example'],
  ],
  ['does not know them without the active one', set('RDCB01', 'RDCB02'), 'not known: activeManagementServer'],
  [
    'does not know them where the set lacks the active one',
    { ...set('RDCB01', 'RDCB02'), activeManagementServer: 'RDCB03' },
    'not known: activeManagementServer',
  ],
  [
    'does not know them where two names may be one server',
    { ...set('RDCB01', 'RDCB09', 'RDCB09.a.example', 'RDCB09.b.example'), activeManagementServer: 'RDCB01' },
    'not known: RDCB09',
  ],
  [
    'knows some where the set is known in part',
    {
      highAvailability: { connectionBrokers: incomplete(partly, [{ holder: partly, name: 'other brokers' }]) },
      activeManagementServer: 'RDCB02',
    },
    ['RDCB01.contoso.example', 'and what is in: other brokers'],
  ],
  ['has none without a set', { highAvailability: null }, []],
  ['has none without a deployment', null, []],
  ['does not know them without a deployment told', undefined, 'not known: deployment'],
  ['does not know them without high availability told', {}, 'not known: highAvailability'],
  ['does not know them without brokers told', { highAvailability: {} }, 'not known: connectionBrokers'],
])('%s', (_, deployment, expected) => {
  expect(surplus(deployment)).toEqual(expected)
})

test('does not know them where two facts contradict each other on the active one', () => {
  const highAvailability = { connectionBrokers: ['RDCB01', 'RDCB02'], activeManagementServer: 'RDCB02' }
  expect(surplus({ highAvailability, activeManagementServer: 'RDCB01' })).toMatch(/^not known: /)
})
