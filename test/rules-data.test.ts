import { describe, expect, test } from 'vitest'
import {
  hostPairs,
  licences,
  releases as releaseTable,
  stepOrders,
  virtualMachineVersions,
} from '../generated/tables.ts'
import { releaseOf } from '../src/inventory/facts/releases.ts'
import type { OperatingSystem } from '../src/inventory/inventory.ts'
import { categories, releases } from '../src/model/report.ts'
import { supportedTargets } from '../src/model/targets.ts'
import { Unknown } from '../src/model/unknown.ts'
import { aHost, anEstate } from './support/estate.ts'

// The tables here are written by hand from Microsoft's pages; the files in rules/data must say the same, pair for pair.

/** Reads a table of dots and letters: for each row the columns that hold a letter. */
function read(
  columns: readonly string[],
  rows: Readonly<Record<string, string>>,
): readonly (readonly [string, string, boolean])[] {
  return Object.entries(rows).flatMap(([row, text]) => {
    const cells = text.trim().split(/\s+/)
    expect(cells).toHaveLength(columns.length)
    return columns.map((column, index) => [row, column, cells[index] === 'Y'] as const)
  })
}

describe('builds and product types', () => {
  const unknown = 'not known'
  // Product type: 1 workstation, 2 domain controller, 3 server, none told.
  const table: readonly (readonly [string, string, string, string, string])[] = [
    // build        1        2         3         untold
    ['6.1.7600', unknown, '2008R2', '2008R2', unknown],
    ['6.1.7601', unknown, '2008R2', '2008R2', unknown],
    ['6.2.9200', unknown, '2012', '2012', unknown],
    ['6.3.9600', unknown, '2012R2', '2012R2', unknown],
    ['10.0.14393', unknown, '2016', '2016', unknown],
    ['10.0.17763', unknown, '2019', '2019', unknown],
    ['10.0.20348', unknown, '2022', '2022', '2022'],
    ['10.0.26100', unknown, '2025', '2025', unknown],
    ['10.0.26100.6584', unknown, '2025', '2025', unknown],
    // 2008, annual channel, clients and previews.
    ...[
      '6.0.6002',
      '10.0.16299',
      '10.0.18362',
      '10.0.18363',
      '10.0.19041',
      '10.0.19042',
      '10.0.19045',
      '10.0.22631',
      '10.0.25398',
      '10.0.26040',
    ].map((build) => [build, unknown, unknown, unknown, unknown] as const),
  ]
  const cases = table.flatMap(([version, ...expected]) =>
    [1, 2, 3, undefined].map((productType, index) => ({ version, productType, release: expected[index] })),
  )
  const release = (system: OperatingSystem) => {
    const server = { ...aHost('RDSH01.contoso.example', ''), operatingSystem: system }
    const found = releaseOf(anEstate({ servers: [server] }), server)
    return found instanceof Unknown ? unknown : found
  }

  test.each(cases)(
    '$version with product type $productType is $release',
    ({ version, productType, release: expected }) => {
      const system = { version, ...(productType === undefined ? {} : { productType: productType as 1 | 2 | 3 }) }
      expect(release(system)).toBe(expected)
      expect(release({ ...system, sku: 175 })).toBe(unknown)
    },
  )

  test('every build of the table is one of these', () => {
    const builds = table.map(([build]) => build)
    expect(releaseTable.flatMap(({ versions }) => versions).filter((build) => !builds.includes(build))).toEqual([])
  })
})

describe('days of support', () => {
  test.each([
    ['2008R2', undefined, '2020-01-14'],
    ['2012', '2018-10-09', '2023-10-10'],
    ['2012R2', '2018-10-09', '2023-10-10'],
    ['2016', '2022-01-11', '2027-01-12'],
    ['2019', '2024-01-09', '2029-01-09'],
    ['2022', '2026-10-13', '2031-10-14'],
    ['2025', '2029-11-13', '2034-11-14'],
  ] as const)(
    '%s is in mainstream support until %s and in extended support until %s',
    (release, mainstream, extended) => {
      const row = releaseTable.find((candidate) => candidate.release === release)
      expect([row?.mainstreamEnds, row?.supportEnds]).toEqual([mainstream, extended])
    },
  )

  test('each release has a row, in order', () => {
    expect(releaseTable.map(({ release }) => release)).toEqual(releases)
  })
})

describe('brokers and hosts', () => {
  // "Supported configurations", 2012 R2 from the article itself. Rows are brokers, columns hosts.
  const cells = read(releases, {
    //     2008R2 2012 2012R2 2016 2019 2022 2025
    '2008R2': '.    .    .    .    .    .    .',
    '2012': '  .    .    .    .    .    .    .',
    '2012R2': '.    Y    Y    .    .    .    .',
    '2016': '  .    .    Y    Y    .    .    .',
    '2019': '  .    .    Y    Y    Y    .    .',
    '2022': '  .    .    .    Y    Y    Y    .',
    '2025': '  .    .    .    Y    Y    Y    Y',
  })

  test.each(cells)('a broker of %s beside hosts of %s: %s', (broker, host, expected) => {
    const row = hostPairs.find((candidate) => candidate.broker === broker)
    expect(row?.hosts.some((one) => one === host) ?? false).toBe(expected)
  })
})

describe('licences', () => {
  // "License RDS with CALs": rows are versions of licences, columns releases of hosts.
  const admitted = read(releases, {
    //     2008R2 2012 2012R2 2016 2019 2022 2025
    '2008': '  .    .    .    .    .    .    .',
    '2008R2': 'Y    .    .    .    .    .    .',
    '2012': '  Y    Y    Y    .    .    .    .',
    '2016': '  Y    Y    Y    Y    .    .    .',
    '2019': '  Y    Y    Y    Y    Y    .    .',
    '2022': '  Y    Y    Y    Y    Y    Y    .',
    '2025': '  Y    Y    Y    Y    Y    Y    Y',
  })
  // Columns are releases of licence servers.
  const held = read(releases, {
    //     2008R2 2012 2012R2 2016 2019 2022 2025
    '2008': '  Y    Y    Y    Y    Y    Y    Y',
    '2008R2': 'Y    Y    Y    Y    Y    Y    Y',
    '2012': '  .    Y    Y    Y    Y    Y    Y',
    '2016': '  .    .    .    Y    Y    Y    Y',
    '2019': '  .    .    .    .    Y    Y    Y',
    '2022': '  .    .    .    .    .    Y    Y',
    '2025': '  .    .    .    .    .    .    Y',
  })
  const row = (version: string) => licences.find((candidate) => candidate.version === version)

  test.each(admitted)('those of %s admit to hosts of %s: %s', (version, host, expected) => {
    expect(row(version)?.admitsTo.some((one) => one === host)).toBe(expected)
  })

  test.each(held)('those of %s live on a licence server of %s: %s', (version, server, expected) => {
    expect(row(version)?.heldBy.some((one) => one === server)).toBe(expected)
  })
})

describe('configuration versions of virtual machines', () => {
  const versions = [
    '4.0',
    '5.0',
    '6.2',
    '7.0',
    '8.0',
    '8.1',
    '8.2',
    '8.3',
    '9.0',
    '9.1',
    '10.0',
    '10.5',
    '11.0',
    '11.1',
    '12.0',
    '13.0',
  ]
  const cells = read(versions, {
    //      4.0 5.0 6.2 7.0 8.0 8.1 8.2 8.3 9.0 9.1 10.0 10.5 11.0 11.1 12.0 13.0
    '2012': ' . . . . . . . . . . . . . . . .',
    '2012R2': '. Y . . . . . . . . . . . . . .',
    '2016': ' . Y Y Y Y . . . . . . . . . . .',
    '2019': ' . Y Y Y Y Y Y Y Y . . . . . . .',
    '2022': ' . . . . Y Y Y Y Y Y Y . . . . .',
    '2025': ' . . . . Y Y Y Y Y Y Y Y Y Y Y .',
  })

  test.each(cells)('the Hyper-V of %s runs %s: %s', (release, version, expected) => {
    const row = virtualMachineVersions.find((candidate) => candidate.release === release)
    const runs = row !== undefined && Number(row.oldest) <= Number(version) && Number(version) <= Number(row.newest)
    expect(runs).toBe(expected)
  })

  test.each(supportedTargets)('the target %s has a row', (target) => {
    expect(virtualMachineVersions.filter(({ release }) => release === target)).toHaveLength(1)
  })
})

describe('the order of the steps', () => {
  const later =
    'connection-broker, licensing, session-collections, virtual-desktop-collections, web-access, gateway, standalone-servers, certificates'
  const laterAnyTime = 'web-access, gateway, standalone-servers'

  test.each([
    [
      '2012R2',
      'connection-broker, session-collections, virtual-desktop-collections, web-access, gateway, licensing, standalone-servers, certificates',
      'gateway, licensing',
    ],
    ['2016', later, laterAnyTime],
    ['2019', later, laterAnyTime],
    ['2022', later, laterAnyTime],
    ['2025', later, laterAnyTime],
  ])('%s goes by %s; %s at any time', (target, steps, anyTime) => {
    const row = stepOrders.find((candidate) => candidate.target === target)
    expect([row?.steps.join(', '), row?.anyTime.join(', ')]).toEqual([steps, anyTime])
  })

  test('every target has one, of which every category is a step', () => {
    expect(stepOrders.map(({ target }) => target)).toEqual(supportedTargets)
    for (const { steps } of stepOrders)
      expect([...steps].sort()).toEqual(
        [...categories.filter((name) => name !== 'estate'), 'standalone-servers'].sort(),
      )
  })
})
