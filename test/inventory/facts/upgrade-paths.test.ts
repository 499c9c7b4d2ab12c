import { describe, expect, test } from 'vitest'
import { hasDirectPath, isPathDisputed, upgradeStops } from '../../../src/inventory/facts/upgrade-paths.ts'
import type { Release } from '../../../src/model/report.ts'
import { aHost, anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const moving = (target: Release) => anEstate({}, { target })

test.each([
  ['2012R2', '2019', true],
  ['2016', '2025', true],
  ['2012R2', '2022', false],
] as const)('hasDirectPath from %s to %s: %s', (from, target, expected) => {
  expect(hasDirectPath(moving(target), from)).toBe(expected)
})

describe('isPathDisputed', () => {
  test.each([
    ['10.0.14393', '2025', true],
    ['10.0.17763', '2025', false],
    ['6.2.9200', '2016', true],
    ['6.2.9200', '2022', false],
  ] as const)('of a server with build %s to %s: %s', (build, target, expected) => {
    expect(isPathDisputed(moving(target), aHost('RDSH01', build))).toBe(expected)
  })

  test.each([
    ['2012R2', false],
    ['2016', 'not known: operatingSystem'],
    ['2019', false],
    ['2022', false],
    ['2025', 'not known: operatingSystem'],
  ] as const)('of a server of untold release to %s: %s', (target, expected) => {
    expect(outcome(isPathDisputed(moving(target), { name: 'RDSH01' }))).toBe(expected)
  })
})

test.each([
  ['2012R2', '2022', 'through Windows Server 2016, or through Windows Server 2019'],
  ['2012', '2019', 'through Windows Server 2012 R2'],
  [
    '2012',
    '2025',
    'through Windows Server 2012 R2 (pages disagree on that way), or through Windows Server 2016 (pages disagree on that way), or through Windows Server 2012 R2 and Windows Server 2019',
  ],
  ['2016', '2025', 'through Windows Server 2019, or through Windows Server 2022'],
  ['2016', '2019', ''],
  ['2008R2', '2022', ''],
] as const)('upgradeStops from %s to %s', (from, target, expected) => {
  expect(upgradeStops(moving(target), from)).toBe(expected)
})
