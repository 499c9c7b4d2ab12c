import { describe, expect, test } from 'vitest'
import { distinct, fingerprint } from '../../src/engine/fingerprint.ts'
import { byPlace, byPointer } from '../../src/engine/order.ts'
import { select } from '../../src/engine/parts.ts'
import { identity, subjectOf } from '../../src/engine/subject.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { anEstate } from '../support/estate.ts'

const inventory = {
  servers: [{ name: 'RDSH01.contoso.example', roles: ['RDS-RD-SERVER'] }, { name: 'RDSH02' }],
  deployment: {
    highAvailability: { connectionBrokers: ['RDCB01'] },
    certificates: [{ role: 'Gateway' }],
    sessionCollections: [
      { name: 'Sales', sessionHosts: [{ server: 'rdsh01' }, { server: 'RDSH02' }], profileDisks: {} },
    ],
  },
  migration: { servers: [{ source: 'RDSH01', destination: 'RDSH11' }] },
} as unknown as Partial<Inventory>
const estate = anEstate(inventory)

function named(pointer: string): readonly (readonly [string, string])[] {
  return select(estate.inventory, pointer).parts.map((part) => [
    subjectOf(part),
    identity(estate, part).replaceAll('\u0000', ' > '),
  ])
}

describe('the name of a part', () => {
  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['', [['inventory', '']]],
    ['/servers', [['servers', 'servers']]],
    [
      '/servers/*',
      [
        ['RDSH01.contoso.example', 'servers > rdsh01.contoso.example'],
        ['RDSH02', 'servers > rdsh02'],
      ],
    ],
    ['/deployment', [['deployment', 'deployment']]],
    ['/deployment/highAvailability', [['highAvailability', 'deployment > highAvailability']]],
    [
      '/deployment/highAvailability/connectionBrokers/*',
      [['RDCB01', 'deployment > highAvailability > connectionBrokers > rdcb01']],
    ],
    ['/deployment/certificates/*', [['Gateway', 'deployment > certificates > gateway']]],
    [
      '/deployment/sessionCollections/*/sessionHosts/*',
      [
        ['Sales/rdsh01', 'deployment > sessionCollections > sales > sessionHosts > rdsh01.contoso.example'],
        ['Sales/RDSH02', 'deployment > sessionCollections > sales > sessionHosts > rdsh02'],
      ],
    ],
    [
      '/deployment/sessionCollections/*/profileDisks',
      [['Sales', 'deployment > sessionCollections > sales > profileDisks']],
    ],
    ['/migration/servers/*', [['RDSH01', 'migration > servers > rdsh01.contoso.example']]],
  ])('at %j', (pointer, expected) => {
    expect(named(pointer)).toEqual(expected)
  })
})

describe('a fingerprint', () => {
  test('is 32 hexadecimal digits, which stay the same from version to version', () => {
    expect(fingerprint('session-host-has-sessions', 'deployment\u0000sales')).toBe('a40b0677cef29b7f82810f05a82889de')
  })

  test('tells rules, parts and the border between them apart', () => {
    const prints = [
      fingerprint('a', 'b'),
      fingerprint('a', 'c'),
      fingerprint('b', 'b'),
      fingerprint('a\u0000b', ''),
      fingerprint('a', '\u0000b'),
    ]
    expect(new Set(prints).size).toBe(prints.length)
  })

  test('of parts that bear one name is told apart by a number', () => {
    expect(distinct(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a:2', 'a:3'])
  })
})

describe('the order', () => {
  test.each([
    ['/servers/2', '/servers/10'],
    ['/servers', '/servers/0'],
    ['/deployment/a', '/servers/0'],
    ['/servers/0/name', '/servers/1'],
    ['', '/servers'],
    ['/servers/10', '/servers/name'],
  ])('of %j is before %j', (one, other) => {
    expect(Math.sign(byPointer(one, other))).toBe(-1)
    expect(Math.sign(byPointer(other, one))).toBe(1)
    expect(byPointer(one, one)).toBe(0)
  })

  test('goes by category, then severity, pointer and rule', () => {
    const placed = [
      ['licensing', 'error', '/a', 'a'],
      ['estate', 'info', '/a', 'a'],
      ['estate', 'error', '/b', 'a'],
      ['estate', 'error', '/a', 'b'],
      ['estate', 'error', '/a', 'a'],
      ['connection-broker', 'warning', '/a', 'a'],
    ] as const
    const sorted = placed
      .map(([category, severity, pointer, rule]) => ({ category, severity, pointer, rule }))
      .sort(byPlace)
      .map((one) => Object.values(one).join(' '))
    expect(sorted).toEqual([
      'estate error /a a',
      'estate error /a b',
      'estate error /b a',
      'estate info /a a',
      'connection-broker warning /a a',
      'licensing error /a a',
    ])
  })
})
