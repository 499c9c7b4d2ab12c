import { describe, expect, test } from 'vitest'
import { releases } from '../../../generated/tables.ts'
import { type Circumstances, createEstate, type Estate } from '../../../src/inventory/estate.ts'
import { isSupportedSource, staysAsLicenseServer, supportedSources } from '../../../src/inventory/facts/estate.ts'
import type { Inventory, Server } from '../../../src/inventory/inventory.ts'
import { Timestamp } from '../../../src/model/instant.ts'
import type { Release } from '../../../src/model/report.ts'
import { Unknown } from '../../../src/model/unknown.ts'

const circumstances: Circumstances = { target: '2012R2', method: 'migrate', phase: 'before', today: new Timestamp(0n) }

function moving(target: Release): Estate {
  return createEstate({ schemaVersion: 1 }, { ...circumstances, target })
}

describe('isSupportedSource', () => {
  const order = releases.map(({ release }) => release)
  const pairs = order.slice(2).flatMap((target) => order.map((release) => [release, target] as const))

  test.each(pairs)('judges %s with target %s: from 2012 up to the target itself', (release, target) => {
    const between = order.indexOf(release) >= order.indexOf('2012') && order.indexOf(release) <= order.indexOf(target)
    expect(isSupportedSource(moving(target), release)).toBe(between)
  })

  test('a release that is no target yet has no sources', () => {
    expect(isSupportedSource(moving('2012'), '2012')).toBe(false)
    expect(supportedSources(moving('2012'))).toBe('')
  })
})

test.each([
  ['2012R2', 'Windows Server 2012 or Windows Server 2012 R2'],
  ['2016', 'Windows Server 2012, Windows Server 2012 R2 or Windows Server 2016'],
] as const)('supportedSources names those of %s in a sentence', (target, text) => {
  expect(supportedSources(moving(target))).toBe(text)
})

describe('staysAsLicenseServer', () => {
  const newer = { version: '10.0.17763', productType: 3 } as const
  const licensing: Server = { name: 'RDLIC01', roles: ['RDS-LICENSING'], operatingSystem: newer }
  const stays = (server: Server, rest: Partial<Inventory> = {}) =>
    staysAsLicenseServer(createEstate({ schemaVersion: 1, servers: [server], ...rest }, circumstances), server)

  test.each([
    ['only licensing and a newer release', licensing, true],
    ['licensing at the target', { ...licensing, operatingSystem: { version: '6.3.9600', productType: 3 } }, false],
    [
      'licensing of an older release',
      { ...licensing, operatingSystem: { version: '6.2.9200', productType: 3 } },
      false,
    ],
    ['another role beside', { ...licensing, roles: ['RDS-LICENSING', 'RDS-GATEWAY'] }, false],
    ['another role alone', { ...licensing, roles: ['RDS-GATEWAY'] }, false],
    ['no role', { ...licensing, roles: [], installedFeatures: [] }, false],
    ['the feature of a standalone server', { ...licensing, roles: [], installedFeatures: ['RDS-Licensing'] }, true],
  ] as const)('%s decides', (_, server, expected) => {
    expect(stays(server as Server)).toBe(expected)
  })

  test('a retiring one does not stay', () => {
    expect(stays(licensing, { migration: { servers: [{ source: 'RDLIC01' }] } })).toBe(false)
  })

  test('without roles or release it cannot be told', () => {
    expect(stays({ name: 'RDLIC01', operatingSystem: newer })).toBeInstanceOf(Unknown)
    expect(stays({ name: 'RDLIC01', roles: ['RDS-LICENSING'] })).toBeInstanceOf(Unknown)
  })

  test('another role decides though the release is unknown', () => {
    expect(stays({ name: 'RDLIC01', roles: ['RDS-GATEWAY'] })).toBe(false)
  })
})
