import { describe, expect, test } from 'vitest'
import { createEstate } from '../../../src/inventory/estate.ts'
import { spareBrokers } from '../../../src/inventory/facts/spare-brokers.ts'
import type { Inventory, Server } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { Timestamp } from '../../../src/model/instant.ts'

const withBroker = (name: string): Server => ({ name, installedFeatures: ['Web-Server', 'rds-connection-broker'] })
const [kept, spare, gateway] = [
  withBroker('RDCB01.contoso.example'),
  withBroker('RDCB02.contoso.example'),
  { name: 'RDGW01.contoso.example', installedFeatures: ['RDS-Gateway'] },
]

function spares(inventory: Partial<Inventory>): readonly string[] {
  const told: Inventory = { schemaVersion: 1, migration: { servers: [] }, ...inventory }
  return spareBrokers(
    createEstate(told, { target: '2012R2', method: 'migrate', phase: 'after', today: new Timestamp(0n) }),
  )
}

const ofSet = (...connectionBrokers: string[]): Partial<Inventory> => ({
  deployment: { highAvailability: { connectionBrokers } },
})

describe('spareBrokers', () => {
  test('names those with the feature that are not in the set, by short name or full', () => {
    expect(spares({ ...ofSet('rdcb01'), servers: [kept, spare, gateway] })).toEqual(['RDCB02.contoso.example'])
  })

  test('leaves out those that retire', () => {
    const migration = { servers: [{ source: 'RDCB02.contoso.example' }] }
    const found = spares({ ...ofSet('RDCB01'), servers: [kept, spare], migration })
    expect(found).toEqual([])
    expect(restOf(found)).toBeUndefined()
  })

  test.each([
    ['no deployment', { deployment: null }],
    ['no high availability', { deployment: { highAvailability: null } }],
  ])('there are none with %s, for certain', (_, inventory) => {
    const found = spares({ ...inventory, servers: [spare] })
    expect(found).toEqual([])
    expect(restOf(found)).toBeUndefined()
  })

  test.each([
    ['the deployment', { servers: [spare] }, []],
    ['high availability', { deployment: {}, servers: [spare] }, []],
    ['the brokers of the set', { deployment: { highAvailability: {} }, servers: [spare] }, []],
    ['the servers', ofSet('RDCB01'), []],
    [
      'the features of a server',
      { ...ofSet('RDCB01'), servers: [spare, { name: 'RDGW01' }] },
      ['RDCB02.contoso.example'],
    ],
  ])('is incomplete where %s is not told', (_, inventory, known) => {
    const found = spares(inventory)
    expect(found).toEqual(known)
    expect(restOf(found)).toBeDefined()
  })

  test('a set known only in part may hold the others', () => {
    const brokers = ['RDCB01']
    const connectionBrokers = incomplete(brokers, [{ holder: brokers }])
    const found = spares({ deployment: { highAvailability: { connectionBrokers } }, servers: [kept, spare] })
    expect(found).toEqual([])
    expect(restOf(found)).toBeDefined()
  })

  test('the untold features of a broker in the set do not matter', () => {
    const found = spares({ ...ofSet('RDCB01'), servers: [{ name: 'RDCB01' }] })
    expect(restOf(found)).toBeUndefined()
  })
})
