import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { topologyOf } from '../../src/engine/topology.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { lint } from '../../src/lint.ts'
import type { Topology } from '../../src/model/topology.ts'
import { aHost, anEstate } from '../support/estate.ts'

const none = { list: [], isWhole: true }
const untold = { list: [], isWhole: false }

test.each<[title: string, inventory: Partial<Inventory>, topology: Partial<Topology>]>([
  [
    'an inventory that tells nothing leaves everything open',
    {},
    { brokers: untold, gateways: untold, licenseServers: untold, sessionCollections: untold, certificates: untold },
  ],
  [
    'without a deployment there is nothing in it',
    { deployment: null, servers: [] },
    { isDeployed: false, gateways: none, licenseServers: none, sessionCollections: none, certificates: none },
  ],
  [
    'hosts are found by short names, and a host without an entry gets a number of its own',
    {
      servers: [aHost('RDSH01.contoso.example', '6.2.9200')],
      deployment: {
        sessionCollections: [{ name: 'Sales', sessionHosts: [{ server: 'rdsh01' }, { server: 'RDSH02' }] }],
      },
    },
    {
      servers: {
        list: [
          { name: 'RDSH01.contoso.example', release: '2012' },
          { name: 'RDSH02', isOnlyNamed: true },
        ],
        isWhole: true,
      },
      sessionCollections: { list: [{ name: 'Sales', hosts: { list: [0, 1], isWhole: true } }], isWhole: true },
    },
  ],
  [
    'a name that several servers fit is none of them',
    {
      servers: [aHost('RDSH01.contoso.example', '6.2.9200'), aHost('RDSH01.fabrikam.example', '6.2.9200')],
      deployment: { licensing: { mode: 'PerUser', servers: ['RDSH01'] } },
    },
    { licenseServers: { list: [2], isWhole: true } },
  ],
  [
    'hosts that nobody told are not known, those of an empty list none',
    { deployment: { sessionCollections: [{ name: 'Sales' }, { name: 'Finance', sessionHosts: [] }] } },
    {
      sessionCollections: {
        list: [
          { name: 'Sales', hosts: untold },
          { name: 'Finance', hosts: none },
        ],
        isWhole: true,
      },
    },
  ],
  [
    'a client build has no release, and one that nobody told is not known',
    {
      servers: [{ name: 'PC01', operatingSystem: { version: '10.0.19045', productType: 1 } }, { name: 'RDSH02' }],
    },
    { servers: { list: [{ name: 'PC01', release: 'none' }, { name: 'RDSH02' }], isWhole: true } },
  ],
  [
    'a deployment without a set has none, and its active broker is told',
    {
      servers: [{ name: 'RDCB01', roles: ['RDS-CONNECTION-BROKER'] }],
      deployment: { activeManagementServer: 'RDCB01', highAvailability: null },
    },
    { highAvailability: null, activeBroker: 0, brokers: { list: [0], isWhole: true } },
  ],
  [
    'moves lead from server to server',
    {
      servers: [aHost('RDSH01', '6.2.9200')],
      migration: { servers: [{ source: 'RDSH01', destination: 'RDSH11' }, { source: 'RDSH02' }] },
    },
    { moves: [{ source: 0, destination: 1 }, { source: 2 }] },
  ],
  [
    'days are days, and what is no day is not known',
    {
      collection: { collectedAt: '2026-11-22T23:30:00Z', collector: { name: 'Export-RdsInventory', version: '1.0.0' } },
      deployment: {
        certificates: [{ role: 'RDGateway', expiresOn: '2027-01-10T00:00:00Z' }, { role: 'RDWebAccess' }],
      },
    },
    {
      asOf: '1970-01-01',
      collectedOn: '2026-11-22',
      collector: 'Export-RdsInventory 1.0.0',
      certificates: { list: [{ role: 'RDGateway', expires: '2027-01-10' }, { role: 'RDWebAccess' }], isWhole: true },
    },
  ],
])('%s', (_, inventory, topology) => {
  expect(topologyOf(anEstate(inventory))).toMatchObject(topology)
})

test('an inventory that does not tell its set has no word on it', () => {
  expect(topologyOf(anEstate({ deployment: {} }))).not.toHaveProperty('highAvailability')
  expect(topologyOf(anEstate({}))).not.toHaveProperty('isDeployed')
})

test('a report holds the topology only where it is asked for it', () => {
  const file = 'fixtures/classic-mistakes/inventory.json'
  const input = { file, bytes: readFileSync(file) }
  expect(lint([input], { asOf: '2026-11-24' }).inventories[0]).not.toHaveProperty('topology')
  const [told] = lint([input], { asOf: '2026-11-24', topology: true }).inventories
  expect(told?.topology?.sessionCollections.list.map(({ name }) => name)).toEqual([
    'Finance',
    'Legacy apps',
    'Marketing',
    'Sales',
  ])
})
