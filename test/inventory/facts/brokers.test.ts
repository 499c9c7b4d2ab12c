import { describe, expect, test } from 'vitest'
import { activeServer, brokers } from '../../../src/inventory/facts/brokers.ts'
import type { Deployment, Inventory, Server } from '../../../src/inventory/inventory.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const broker: Server = { name: 'RDCB01.contoso.example', roles: ['RDS-CONNECTION-BROKER'] }
const alone: Deployment = { activeManagementServer: 'RDCB01', highAvailability: null }
const withSet = (...connectionBrokers: string[]): Deployment => ({ ...alone, highAvailability: { connectionBrokers } })

describe('brokers', () => {
  const found = (servers: readonly Server[], deployment?: Deployment | null) =>
    outcome(brokers(anEstate({ servers, ...(deployment === undefined ? {} : { deployment }) })))

  test.each([
    ['the holder of the role', [broker], alone, ['RDCB01.contoso.example']],
    ['no other server', [broker, { name: 'RDGW01', roles: ['RDS-GATEWAY'] }], alone, ['RDCB01.contoso.example']],
    ['a named server of untold roles', [{ name: 'RDCB01' }], alone, ['RDCB01']],
    [
      'a name of the set that no server bears, once',
      [broker],
      withSet('RDCB01', 'rdcb02', 'RDCB02.contoso.example'),
      ['RDCB01.contoso.example', 'RDCB02.contoso.example'],
    ],
    [
      'the active management server that no server bears',
      [broker],
      { ...alone, activeManagementServer: 'RDCB02' },
      ['RDCB01.contoso.example', 'RDCB02'],
    ],
    [
      'the active one of the set that no server bears',
      [broker],
      { highAvailability: { connectionBrokers: ['RDCB01'], activeManagementServer: 'RDCB02' } },
      ['RDCB01.contoso.example', 'RDCB02'],
    ],
    ['standalone servers have none', [], null, []],
  ] as const)('%s', (_, servers, deployment, expected) => {
    expect(found(servers, deployment)).toEqual(expected)
  })

  test('a named server that is known to lack the role is none', () => {
    expect(found([broker, { name: 'RDCB02', roles: [] }], withSet('RDCB01', 'RDCB02'))).toEqual([broker.name])
  })

  test.each([
    ['the deployment', undefined, 'deployment'],
    ['high availability', { activeManagementServer: 'RDCB01' }, 'highAvailability'],
    ['the brokers of the set', { ...alone, highAvailability: {} }, 'connectionBrokers'],
    ['the active management server', { highAvailability: null }, 'activeManagementServer'],
  ])('there may be others where %s is not told', (_, deployment, missing) => {
    expect(found([broker], deployment)).toEqual([broker.name, `and what is in: ${missing}`])
  })

  test('there may be others where two names may be one server', () => {
    expect(found([broker], withSet('RDCB02', 'RDCB02.a.example', 'RDCB02.b.example'))).toEqual([
      broker.name,
      'and what is in: RDCB02',
    ])
  })

  test('a deployment has one', () => {
    expect(found([], { ...alone, activeManagementServer: 'RDCB01' })).toEqual(['RDCB01'])
    expect(found([{ name: 'RDCB01', roles: [] }], alone)).toEqual(['and what is in: connection broker'])
  })
})

describe('activeServer', () => {
  const active = (deployment: Deployment, servers: Inventory['servers'] = [broker]) =>
    outcome(activeServer(anEstate({ servers: servers ?? [], deployment })))

  test.each([
    ['the deployment', { activeManagementServer: 'RDCB01' }],
    ['the set', { highAvailability: { connectionBrokers: [], activeManagementServer: 'RDCB01' } }],
    [
      'both alike',
      {
        activeManagementServer: 'RDCB01',
        highAvailability: { connectionBrokers: [], activeManagementServer: 'rdcb01.contoso.example' },
      },
    ],
  ])('%s tells it', (_, deployment) => {
    expect(active(deployment)).toBe('RDCB01')
  })

  test('is not known where the two contradict each other, and says of which two', () => {
    const highAvailability = { connectionBrokers: [], activeManagementServer: 'RDCB02' }
    expect(active({ activeManagementServer: 'RDCB01', highAvailability })).toBe(
      'not known: which of RDCB01 and RDCB02 is the active management server',
    )
  })
})
