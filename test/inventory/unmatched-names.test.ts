import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import { unmatchedNames } from '../../src/inventory/unmatched-names.ts'

const servers = [{ name: 'RDSH01' }, { name: 'RDGW01.contoso.example' }]
const warnings = (source: string, inventory: Partial<Inventory> = {}) =>
  unmatchedNames({ schemaVersion: 1, servers, migration: { servers: [{ source }] }, ...inventory }).map(
    ({ message }) => message,
  )

test.each([
  ['a near miss', 'RDSHO1', 'RDSHO1 is no server of this inventory; did you mean RDSH01?'],
  ['a near miss in short', 'RDGW1', 'RDGW1 is no server of this inventory; did you mean RDGW01?'],
  [
    'a near miss in full',
    'RDGW01.contso.example',
    '"RDGW01.contso.example" is no server of this inventory; did you mean "RDGW01.contoso.example"?',
  ],
  ['what is like no server', 'PRINTSERVER', 'PRINTSERVER is no server of this inventory; check its spelling'],
])('%s is told', (_, source, message) => {
  expect(warnings(source)).toEqual([message])
})

test('a planned successor is never what is meant', () => {
  const pair = [{ name: 'RDSH01.contoso.example' }, { name: 'RDSH11.contoso.example' }]
  const source = 'RDSHO11.contoso.example'
  const plan = (destination: string) => ({
    servers: pair,
    migration: { servers: [{ source, destination }] },
  })
  expect(warnings(source, plan('RDSH21'))).toEqual([expect.stringContaining('did you mean "RDSH11.contoso.example"?')])
  expect(warnings(source, plan('rdsh11'))).toEqual([expect.stringContaining('did you mean "RDSH01.contoso.example"?')])
})

test.each([
  ['before', 1],
  ['during', 1],
  ['after', 0],
] as const)('%s the move, a server that is not there is told %d times', (phase, times) => {
  expect(warnings('RDSHO1', { migration: { phase, servers: [{ source: 'RDSHO1' }] } })).toHaveLength(times)
})

describe('nothing is said of', () => {
  const profileDisks = { enabled: true, location: '\\\\FS01\\UPD$' }

  test.each<readonly [string, string, Partial<Inventory>]>([
    ['a server, short or full', 'rdsh01.contoso.example', {}],
    ['a licence server that is listed', 'CENTRALLIC', { deployment: { licensing: { servers: ['CENTRALLIC'] } } }],
    [
      'the host of profile disks',
      'FS01.contoso.example',
      { deployment: { sessionCollections: [{ name: 'Office', profileDisks }] } },
    ],
    [
      'the host of profile disks that move',
      'FS01',
      {
        migration: {
          servers: [{ source: 'FS01' }],
          profileDiskLocations: [{ source: '\\\\fs01\\upd$', destination: '\\\\fs02\\upd$' }],
        },
      },
    ],
    [
      'a session host',
      'RDSH09',
      { deployment: { sessionCollections: [{ name: 'Office', sessionHosts: [{ server: 'RDSH09' }] }] } },
    ],
    [
      'the host of a desktop',
      'RDVH09',
      {
        deployment: {
          virtualDesktopCollections: [{ name: 'Pool', virtualDesktops: [{ name: 'VDI-01', host: 'RDVH09' }] }],
        },
      },
    ],
    ['a broker of the set', 'RDCB09', { deployment: { highAvailability: { connectionBrokers: ['RDCB09'] } } }],
    ['the active management server', 'RDCB09', { deployment: { activeManagementServer: 'RDCB09' } }],
  ])('%s', (_, source, inventory) => {
    expect(warnings(source, inventory)).toEqual([])
  })

  test.each([
    ['are not told', '{"schemaVersion":1,"migration":{"servers":[{"source":"RDSHO1"}]}}'],
    [
      'are known in part',
      '{"schemaVersion":1,"collection":{"incomplete":["/servers"]},"servers":[],"migration":{"servers":[{"source":"RDSHO1"}]}}',
    ],
  ])('a name where servers %s', (_, text) => {
    expect(loadInventory(Buffer.from(text)).diagnostics).toEqual([])
  })
})

test('the warning stands at the name', () => {
  const text = '{"schemaVersion":1,"servers":[{"name":"RDSH01"}],"migration":{"servers":[{"source":"RDSHO1"}]}}'
  const [warning] = loadInventory(Buffer.from(text)).diagnostics
  expect(warning).toMatchObject({ code: 'unmatched-name', severity: 'warning', region: { line: 1, column: 84 } })
})
