import { describe, expect, test } from 'vitest'
import { licensedVersions, overallocated, packs } from '../../../src/inventory/facts/key-packs.ts'
import type { Inventory, KeyPack, Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const bought: KeyPack = { productVersionId: 4, licenseType: 'perUser', keyPackType: 2, total: 100, issued: 40 }
const onServer = (name: string, ...keyPacks: KeyPack[]): Server => ({
  name,
  roles: ['RDS-LICENSING'],
  licenseServer: { activated: true, keyPacks },
})
const listing = (...servers: string[]): Partial<Inventory> => ({
  deployment: { licensing: { mode: 'PerUser', servers } },
})

describe('packs', () => {
  test('may be on destinations of moves that nobody told', () => {
    const moves = incomplete([], [{ holder: {}, name: 'other moves' }])
    const estate = anEstate({
      servers: [onServer('RDLIC01', bought)],
      ...listing('RDLIC01'),
      migration: { servers: moves },
    })
    expect(outcome(packs(estate))).toEqual([bought, 'and what is in: other moves'])
  })

  test.each([
    ['a volume pack', bought, [bought]],
    ['a retail pack', { ...bought, keyPackType: 1 }, [{ ...bought, keyPackType: 1 }]],
    ['an open licence', { ...bought, keyPackType: 5 }, [{ ...bought, keyPackType: 5 }]],
    ['a temporary pack', { ...bought, keyPackType: 4 }, []],
    ['a built-in pack', { ...bought, keyPackType: 6 }, []],
    ['a temporary pack without a total', { keyPackType: 4 }, []],
    ['an empty pack', { ...bought, total: 0 }, []],
    ['an empty pack of unknown type', { total: 0 }, []],
    ['a pack whose type the server does not know', { ...bought, keyPackType: 0 }, ['and what is in: keyPackType']],
    ['a pack of a type that nobody documented', { ...bought, keyPackType: 7 }, ['and what is in: keyPackType']],
    ['a pack without a type', { productVersionId: 4, total: 100 }, ['and what is in: keyPackType']],
    ['a pack without a total', { productVersionId: 4, keyPackType: 2 }, ['and what is in: total']],
  ] as const)('%s', (_, pack, expected) => {
    expect(outcome(packs(anEstate({ servers: [onServer('RDLIC01', pack)], ...listing('RDLIC01') })))).toEqual(expected)
  })

  test.each([
    ['a server that is no licence server', { name: 'RDLIC01', licenseServer: null }, []],
    ['a server that was not asked', { name: 'RDLIC01' }, ['and what is in: licenseServer']],
    ['a server that told no packs', { name: 'RDLIC01', licenseServer: {} }, ['and what is in: keyPacks']],
  ] as const)('of %s', (_, server, expected) => {
    expect(outcome(packs(anEstate({ servers: [server], ...listing('RDLIC01') })))).toEqual(expected)
  })

  test('of a listed server without an entry are not known', () => {
    expect(outcome(packs(anEstate({ servers: [], ...listing('CENTRALLIC') })))).toEqual(['and what is in: CENTRALLIC'])
  })

  test('of a server that is listed twice count once', () => {
    const estate = anEstate({
      servers: [onServer('RDLIC01.contoso.example', bought)],
      ...listing('RDLIC01', 'rdlic01.contoso.example'),
    })
    expect(packs(estate)).toEqual([bought])
  })

  test('of servers that are not listed do not count', () => {
    expect(packs(anEstate({ servers: [onServer('RDLIC01', bought)], ...listing() }))).toEqual([])
  })

  describe('on the destination of a move', () => {
    const moving = (source: Server, destination = onServer('RDLIC11', bought), ...listed: string[]) =>
      outcome(
        packs(
          anEstate({
            servers: [source, destination],
            migration: { servers: [{ source: source.name, destination: 'RDLIC11' }, { source: 'FS01' }] },
            ...listing(...listed),
          }),
        ),
      )
    const unclear: Server = { name: 'RDSH01', roles: [] }

    test('count where the source is a licence server', () => {
      expect(moving(onServer('RDLIC01'))).toEqual([bought])
    })

    test('do not count where it is none', () => {
      expect(moving({ name: 'RDSH01', roles: ['RDS-RD-SERVER'], installedFeatures: [] })).toEqual([])
    })

    test('may count where that is not told', () => {
      expect(moving(unclear)).toEqual(['and what is in: installedFeatures'])
      expect(moving(unclear, { name: 'RDLIC11' })).toEqual(['and what is in: installedFeatures'])
    })

    test('do not depend on it where they count anyway, or there are none', () => {
      expect(moving(unclear, onServer('RDLIC11', bought), 'RDLIC11')).toEqual([bought])
      expect(moving(unclear, onServer('RDLIC11'))).toEqual([])
    })
  })
})

test('licensedVersions names each version once', () => {
  const held = [bought, { ...bought, total: 5 }, { ...bought, productVersionId: 5 }, { keyPackType: 2, total: 1 }]
  const estate = anEstate({ servers: [onServer('RDLIC01', ...held)], ...listing('RDLIC01') })
  expect(licensedVersions(estate)).toEqual(['Windows Server 2012', 'Windows Server 2016'])
})

describe('overallocated', () => {
  test.each([
    ['more issued than there are', { ...bought, issued: 101 }, ['101 of 100 licences for Windows Server 2012']],
    ['as many issued as there are', { ...bought, issued: 100 }, []],
    [
      'too many of a version that is not told',
      { ...bought, issued: 101, productVersionId: undefined },
      ['101 of 100 licences'],
    ],
    ['per-device licences', { ...bought, licenseType: 'perDevice', issued: 101 }, []],
    ['temporary licences', { ...bought, keyPackType: 4, issued: 101 }, []],
    ['a count that nobody told', { ...bought, issued: undefined }, ['and what is in: issued']],
    ['a total that nobody told', { ...bought, total: undefined }, ['and what is in: total, total']],
    ['a type that nobody told', { ...bought, licenseType: undefined, issued: 101 }, ['and what is in: licenseType']],
  ] as const)('%s', (_, pack, expected) => {
    expect(outcome(overallocated(anEstate({}), onServer('RDLIC01', pack as KeyPack)))).toEqual(expected)
  })

  test('no licence server has none, an untold one may have some', () => {
    expect(overallocated(anEstate({}), { name: 'RDSH01', licenseServer: null })).toEqual([])
    expect(outcome(overallocated(anEstate({}), { name: 'RDSH01' }))).toEqual(['and what is in: licenseServer'])
  })
})
