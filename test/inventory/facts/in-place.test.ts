import { describe, expect, test } from 'vitest'
import { upgradesInPlace } from '../../../src/inventory/facts/in-place.ts'
import type { Deployment, Inventory, Role, Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import type { Method } from '../../../src/model/report.ts'
import { aHost, anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const old = '10.0.14393'
const target = '10.0.20348'

function holding(role: Role, changes: Partial<Server> = {}): Server {
  return aHost('RDS01.contoso.example', old, { roles: [role], ...changes })
}

function upgrades(method: Method, server: Server, inventory: Partial<Inventory> = {}): unknown {
  const estate = anEstate(
    {
      servers: [server],
      deployment: { sessionCollections: [], virtualDesktopCollections: [] },
      migration: { servers: [] },
      ...inventory,
    },
    { method, target: '2022' },
  )
  return outcome(upgradesInPlace(estate, server))
}

describe('in place', () => {
  test.each([
    ['a session host', holding('RDS-RD-SERVER'), true],
    ['a licence server', holding('RDS-LICENSING'), true],
    ['a standalone gateway', holding('RDS-GATEWAY', { roles: [], installedFeatures: ['RDS-Gateway'] }), true],
    ['a server at the target', aHost('RDSH01', target), false],
    ['a server newer than the target', aHost('RDSH01', '10.0.26100'), false],
    ['a file server', holding('RDS-RD-SERVER', { roles: [], installedFeatures: [] }), false],
    ['a host of untold release', { name: 'RDSH01', roles: ['RDS-RD-SERVER'] }, 'not known: operatingSystem'],
    ['a server of untold roles', { ...aHost('RDSH01', old), roles: undefined }, 'not known: roles, installedFeatures'],
  ] as const)('%s', (_, server, expected) => {
    expect(upgrades('in-place', server as Server)).toBe(expected)
  })

  test('a session host of a collection that holds no role', () => {
    const server = holding('RDS-RD-SERVER', { roles: [], installedFeatures: [] })
    const sessionCollections = [{ name: 'Sales', sessionHosts: [{ server: server.name }] }]
    expect(upgrades('in-place', server, { deployment: { sessionCollections, virtualDesktopCollections: [] } })).toBe(
      true,
    )
  })

  test('a retiring server is not upgraded, not even the active broker', () => {
    const migration = { servers: [{ source: 'RDS01' }] }
    const deployment: Deployment = {
      activeManagementServer: 'RDS01',
      highAvailability: null,
      sessionCollections: [],
      virtualDesktopCollections: [],
    }
    expect(upgrades('in-place', holding('RDS-CONNECTION-BROKER'), { migration, deployment })).toBe(false)
  })
})

describe('to new servers', () => {
  const broker = holding('RDS-CONNECTION-BROKER')

  test.each([
    ['a broker that stays', broker, true],
    [
      'a broker that was taken out of the set and stays',
      { ...broker, roles: [], installedFeatures: ['RDS-Connection-Broker'] },
      true,
    ],
    ['a session host', holding('RDS-RD-SERVER'), false],
    ['a broker at the target', { ...broker, operatingSystem: { version: target, productType: 3 } }, false],
    ['a broker of untold release', { name: broker.name, roles: broker.roles }, 'not known: operatingSystem'],
  ] as const)('%s', (_, server, expected) => {
    expect(upgrades('migrate', server as Server)).toBe(expected)
  })

  const partly = ['RDS01']
  test.each<readonly [string, Deployment | null, unknown]>([
    ['is the only one of the set', { highAvailability: { connectionBrokers: ['rds01'] } }, true],
    ['is not the only one of the set', { highAvailability: { connectionBrokers: ['RDS02'] } }, false],
    ['is named twice in the set', { highAvailability: { connectionBrokers: ['rds01', broker.name] } }, true],
    [
      'is the active one of several',
      { activeManagementServer: 'RDS01', highAvailability: { connectionBrokers: ['RDS01', 'RDS02'] } },
      true,
    ],
    [
      'is not the active one of several',
      { activeManagementServer: 'RDS02', highAvailability: { connectionBrokers: ['RDS01', 'RDS02'] } },
      false,
    ],
    ['is active without a set', { activeManagementServer: 'RDS01', highAvailability: null }, true],
    [
      'may be the active one of several',
      { highAvailability: { connectionBrokers: ['RDS01', 'RDS02'] } },
      'not known: activeManagementServer',
    ],
    [
      'may be the only one of the set',
      { highAvailability: { connectionBrokers: incomplete(partly, [{ holder: partly, name: 'other brokers' }]) } },
      'not known: other brokers',
    ],
    ['may be in a set', { activeManagementServer: 'RDS02' }, 'not known: highAvailability'],
    ['is in no deployment', null, false],
  ])('a retiring broker that %s', (_, deployment, expected) => {
    const migration = { servers: [{ source: 'RDS01', destination: 'RDS11' }] }
    expect(upgrades('migrate', broker, { migration, deployment })).toBe(expected)
  })
})
