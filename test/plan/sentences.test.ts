import { expect, test } from 'vitest'
import type { Operation } from '../../src/plan/operation.ts'
import { at, movingFarm } from '../support/moving-farm.ts'
import { having, lacking, sentences } from '../support/operations.ts'

const old = having(movingFarm, { version: '6.2.9200', productType: 3 }, 'servers', at('RDCB01'), 'operatingSystem')

test.each<readonly [string, typeof old, Operation, readonly string[]]>([
  [
    'a path with a stop',
    old,
    { upgradeServer: { server: 'RDCB01', to: '2019' } },
    [
      'RDCB01 runs Windows Server 2012, from which no upgrade leads straight to Windows Server 2019; the documented way leads through Windows Server 2012 R2.',
    ],
  ],
  [
    'no path at all',
    movingFarm,
    { upgradeServer: { server: 'RDCB01', to: '2012' } },
    ['RDCB01 runs Windows Server 2012 R2, from which no upgrade leads straight to Windows Server 2012.'],
  ],
  [
    'brokers of two releases',
    having(movingFarm, { version: '6.2.9200', productType: 3 }, 'servers', at('RDCB02'), 'operatingSystem'),
    { addBroker: { broker: 'RDCB02' } },
    [
      'With RDCB02 the brokers of the set run more than one release: Windows Server 2012 (RDCB02) and Windows Server 2012 R2 (RDCB01.northwind.example).',
    ],
  ],
  [
    'a host that is in the collection',
    movingFarm,
    { addHost: { collection: 'sales', host: 'RDSH01' } },
    ['RDSH01 is a session host of Sales already.'],
  ],
  [
    'a host of another collection',
    movingFarm,
    { addHost: { collection: 'Sales', host: 'RDSH02' } },
    ['RDSH02 is a session host of Finance, and a host belongs to one collection.'],
  ],
  [
    'what cannot be told',
    lacking(movingFarm, 'servers', at('RDSH11'), 'operatingSystem'),
    { addHost: { collection: 'Sales', host: 'RDSH11' } },
    ['It cannot be told whether RDSH11 is newer than a connection broker.'],
  ],
  [
    'RemoteApps that would be lost',
    movingFarm,
    { removeCollection: { collection: 'Sales' } },
    ['RemoteApps of Sales are published nowhere else: winword; publish them in another collection first.'],
  ],
])('%s', (_, inventory, operation, expected) => {
  expect(sentences(inventory, operation)).toEqual(expected)
})
