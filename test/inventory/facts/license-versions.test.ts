import { describe, expect, test } from 'vitest'
import { licences, releases } from '../../../generated/tables.ts'
import { admits, canHold, licenseVersion, unservedReleases } from '../../../src/inventory/facts/license-versions.ts'
import type { KeyPack, Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { aHost, anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const builds: Readonly<Record<string, string>> = {
  '2008R2': '6.1.7601',
  '2012': '6.2.9200',
  '2012R2': '6.3.9600',
  '2016': '10.0.14393',
  '2019': '10.0.17763',
  '2022': '10.0.20348',
  '2025': '10.0.26100',
}

function running(release: string, name: string, changes: Partial<Server> = {}): Server {
  return aHost(name, builds[release] ?? '', changes)
}

describe('licenseVersion', () => {
  test.each([
    ['a string', { productVersion: 'Windows Server 2016' }, '2016'],
    ['a string in other case and spacing', { productVersion: ' windows  server 2016' }, '2016'],
    ['2012 R2, which has no licences of its own', { productVersion: 'Windows Server 2012 R2' }, '2012'],
    ['Windows Server 7, which is 2008 R2', { productVersion: 'Windows Server 7' }, '2008R2'],
    ['a number', { productVersionId: 8 }, '2025'],
    ['string and number that agree', { productVersion: 'Windows Server 2022', productVersionId: 7 }, '2022'],
    [
      'string and number that differ',
      { productVersion: 'Windows Server 2022', productVersionId: 6 },
      'not known: productVersion',
    ],
    [
      'a string with a strange number',
      { productVersion: 'Windows Server 2022', productVersionId: 99 },
      'not known: productVersion',
    ],
    ['a strange string', { productVersion: 'Windows Server 2031', productVersionId: 8 }, 'not known: productVersion'],
    ['a strange number', { productVersionId: 9 }, 'not known: productVersion'],
    ['nothing', {}, 'not known: productVersion'],
  ] as const)('reads %s', (_, pack, expected) => {
    expect(outcome(licenseVersion(anEstate({}), pack))).toBe(expected)
  })
})

describe('the table of licences', () => {
  const order = releases.map(({ release }) => release)
  // "2012 R2 hosts and licence servers are served by the licences of 2012."
  const rank = (release: string) => order.indexOf((release === '2012R2' ? '2012' : release) as (typeof order)[number])
  const versions = licences.filter(({ version }) => version !== '2008')
  const pairs = versions.flatMap(({ version, productVersionId }) =>
    order.map((release) => [version, release, productVersionId] as const),
  )

  test.each(pairs)('licences of %s and hosts of %s: newer licences admit to older hosts', (version, release, id) => {
    const pack: KeyPack = { productVersionId: id }
    expect(admits(anEstate({}), pack, release)).toBe(rank(version) >= rank(release))
  })

  test.each(pairs)(
    'licences of %s and a licence server of %s: a server holds its own version and older ones',
    (version, release) => {
      const row = licences.find((candidate) => candidate.version === version)
      expect(row?.heldBy.includes(release)).toBe(rank(release) >= rank(version))
    },
  )

  test('licences of 2008 admit to no release of the table', () => {
    expect(order.map((release) => admits(anEstate({}), { productVersionId: 2 }, release))).not.toContain(true)
  })

  test.each(order.flatMap((own) => order.map((host) => [own, host] as const)))(
    'a licence server of %s can serve hosts of %s when it is not older',
    (own, host) => {
      expect(canHold(anEstate({ servers: [running(own, 'RDLIC01')] }), 'RDLIC01', host)).toBe(rank(own) >= rank(host))
    },
  )

  test('what a licence server without an entry can hold is not known', () => {
    expect(outcome(canHold(anEstate({ servers: [] }), 'CENTRALLIC', '2012'))).toBe('not known: CENTRALLIC')
  })
})

describe('unservedReleases', () => {
  const server = (release: string, name = 'RDLIC01') => running(release, name, { roles: ['RDS-LICENSING'] })
  const unserved = (servers: readonly Server[], ...listed: string[]) =>
    outcome(unservedReleases(anEstate({ servers, deployment: { licensing: { mode: 'PerUser', servers: listed } } })))

  test.each([
    ['an older licence server', [server('2012'), running('2016', 'RDSH01')], ['2016']],
    ['the same release', [server('2016'), running('2016', 'RDSH01')], []],
    ['2012 beside 2012 R2', [server('2012'), running('2012R2', 'RDSH01')], []],
    [
      'two releases that are too new',
      [server('2012'), running('2019', 'RDSH02'), running('2016', 'RDSH01')],
      ['2016', '2019'],
    ],
    ['a server that is no session host', [server('2012'), running('2016', 'RDGW01', { roles: ['RDS-GATEWAY'] })], []],
    [
      'a host of an unknown release',
      [server('2016'), { name: 'RDSH01', roles: ['RDS-RD-SERVER'] }],
      ['and what is in: operatingSystem'],
    ],
    [
      'a host of an unknown release under a licence server that holds all',
      [server('2025'), { name: 'RDSH01', roles: ['RDS-RD-SERVER'] }],
      [],
    ],
    [
      'a newer server of unknown roles',
      [server('2012'), { ...running('2016', 'RDSH01'), roles: undefined }],
      ['and what is in: roles'],
    ],
    ['an older server of unknown roles', [server('2012'), { ...running('2012', 'RDSH01'), roles: undefined }], []],
    [
      'a licence server of an unknown release',
      [{ name: 'RDLIC01', roles: [] }, running('2016', 'RDSH01')],
      ['and what is in: operatingSystem'],
    ],
  ] as const)('%s', (_, servers, expected) => {
    expect(unserved(servers as readonly Server[], 'RDLIC01')).toEqual(expected)
  })

  test('one listed licence server that is new enough is enough', () => {
    const servers = [server('2012'), server('2019', 'RDLIC02'), running('2019', 'RDSH01')]
    expect(unserved(servers, 'RDLIC01', 'RDLIC02')).toEqual([])
  })

  test('a missing fact is named once, however many hosts wait for it', () => {
    const hosts = ['RDSH01', 'RDSH02', 'RDSH03'].map((name) => running('2016', name))
    expect(unserved([{ name: 'RDLIC01', roles: [] }, ...hosts], 'RDLIC01')).toEqual(['and what is in: operatingSystem'])
  })

  test('servers that nobody told of may be hosts, unless a licence server holds all licences', () => {
    const partly = (release: string) => incomplete([server(release)], [{ holder: builds, key: 'servers' }])
    expect(unserved(partly('2012'), 'RDLIC01')).toEqual(['and what is in: servers'])
    expect(unserved(partly('2025'), 'RDLIC01')).toEqual([])
  })
})
