import { describe, expect, test } from 'vitest'
import { missingFiles } from '../../../src/inventory/facts/missing-files.ts'
import {
  onRetiringServer,
  plannedDestination,
  profileDisksMove,
  relativePathKept,
} from '../../../src/inventory/facts/profile-disk-moves.ts'
import type { Migration, ProfileDiskMove, ProfileDisks, SessionCollection } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { Unknown, unknown } from '../../../src/model/unknown.ts'
import { aHost, anEstate } from '../../support/estate.ts'

const retiringFs01 = { servers: [{ source: 'FS01.contoso.example', destination: 'FS02.contoso.example' }] }

describe('onRetiringServer', () => {
  const estate = anEstate({ servers: [], migration: retiringFs01 })

  test.each([
    ['the name of the plan', '\\\\FS01.contoso.example\\upd$\\office', true],
    ['its short name', '\\\\fs01\\upd$\\office', true],
    ['the extended prefix', '\\\\?\\UNC\\fs01\\upd$\\office', true],
    ['a server that stays', '\\\\fs02\\upd$\\office', false],
    ['a DFS namespace', '\\\\contoso.example\\dfs\\upd', false],
    ['a local path', 'D:\\UPD', false],
    ['no location', null, false],
  ])('%s decides', (_, location, expected) => {
    expect(onRetiringServer(estate, location)).toBe(expected)
  })

  test('a session host retires without a plan for servers', () => {
    const servers = [aHost('RDSH01', '6.2.9200'), { name: 'RDSH02', roles: ['RDS-RD-SERVER'] as const }]
    expect(onRetiringServer(anEstate({ servers }), '\\\\rdsh01\\upd')).toBe(true)
    expect(onRetiringServer(anEstate({ servers }), '\\\\rdsh02\\upd')).toEqual(
      unknown(servers[1] ?? {}, 'operatingSystem'),
    )
  })
})

describe('plannedDestination', () => {
  const planned = (location: string | null, ...profileDiskLocations: ProfileDiskMove[]) =>
    plannedDestination(anEstate({ servers: [], migration: { ...retiringFs01, profileDiskLocations } }), location)
  const move: ProfileDiskMove = { source: '\\\\FS01\\UPD$\\Office', destination: '\\\\FS02\\UPD$\\Office' }

  test.each([
    ['the same words', '\\\\FS01\\UPD$\\Office'],
    ['other case and slashes', '//fs01/upd$/office/'],
    ['the extended prefix', '\\\\?\\UNC\\fs01\\upd$\\office'],
    ['the full name of the server', '\\\\fs01.contoso.example\\upd$\\office'],
  ])('finds the move by %s', (_, location) => {
    expect(planned(location, move)).toBe(move.destination)
  })

  test('takes a move that the plan lists twice for one, however it is written', () => {
    const again = { source: '//fs01/upd$/office/', destination: '\\\\fs02\\UPD$\\office\\' }
    expect(planned(move.source, again, move)).toBe(move.destination)
    expect(planned(move.source, move, again)).toBe(move.destination)
  })

  test.each([
    ['the share above it', '\\\\FS01\\UPD$', '\\\\FS02\\Disks$', '\\\\FS02\\Disks$\\Office\\2026'],
    ['the nearest folder above it', '\\\\FS01\\UPD$\\Office', '\\\\FS02\\Other', '\\\\FS02\\Other\\2026'],
  ])('moves with %s', (_, source, destination, expected) => {
    const share = { source: '\\\\FS01\\UPD$', destination: '\\\\FS02\\Disks$' }
    expect(planned('\\\\fs01\\upd$\\Office\\2026', share, { source, destination })).toBe(expected)
  })

  test('finds the move of a local path', () => {
    expect(planned('d:\\upd', { ...move, source: 'D:/UPD/' })).toBe(move.destination)
  })

  test.each([
    ['another folder', '\\\\FS01\\UPD$\\Lab'],
    ['another share', '\\\\FS01\\Disks\\Office'],
    ['another server', '\\\\FS03\\UPD$\\Office'],
    ['a server of another domain', '\\\\fs01.northwind.example\\UPD$\\Office'],
    ['no location', null],
  ])('plans nothing for %s', (_, location) => {
    expect(planned(location, { ...move, source: '\\\\fs01.contoso.example\\UPD$\\Office' })).toBeNull()
  })

  test('is unknown where the plan names two destinations', () => {
    expect(planned(move.source, move, { ...move, destination: '\\\\FS03\\UPD$\\Office' })).toBeInstanceOf(Unknown)
    expect(planned(move.source, move, move)).toBe(move.destination)
  })

  test('is unknown where the list of moves is known only in part', () => {
    const rest = { holder: {} }
    const estate = anEstate({ servers: [], migration: { profileDiskLocations: incomplete([move], [rest]) } })
    expect(plannedDestination(estate, move.source)).toBe(move.destination)
    expect(plannedDestination(estate, '\\\\FS01\\UPD$\\Lab')).toEqual(new Unknown([rest]))
  })

  test('without a list of moves is unknown where the server retires, and nothing elsewhere', () => {
    const migration: Migration = retiringFs01
    const estate = anEstate({ servers: [], migration })
    expect(plannedDestination(estate, '\\\\FS01\\UPD$\\Office')).toEqual(unknown(migration, 'profileDiskLocations'))
    expect(plannedDestination(estate, '\\\\FS02\\UPD$\\Office')).toBeNull()
    expect(plannedDestination(estate, 'D:\\UPD')).toBeNull()
  })

  test('without any plan is unknown where a host retires by its release', () => {
    const servers = [aHost('RDSH01', '6.2.9200')]
    const estate = anEstate({ servers })
    expect(plannedDestination(estate, '\\\\RDSH01\\UPD')).toEqual(
      unknown(estate.inventory, 'migration', 'profileDiskLocations'),
    )
  })
})

describe('profileDisksMove', () => {
  const estate = anEstate({ servers: [], migration: retiringFs01 })
  const moves = (profileDisks?: ProfileDisks | null) =>
    profileDisksMove(estate, { name: 'Office', ...(profileDisks === undefined ? {} : { profileDisks }) })
  const location = '\\\\FS01\\UPD$\\Office'

  test.each([
    ['enabled disks on a retiring server', { enabled: true, location }, true],
    ['enabled disks elsewhere', { enabled: true, location: '\\\\FS02\\UPD$' }, false],
    ['disabled disks', { enabled: false, location }, false],
    ['disabled disks without a location', { enabled: false }, false],
    ['disks elsewhere, enabled or not', { location: 'D:\\UPD' }, false],
    ['disks without a location', { enabled: true, location: null }, false],
    ['no disks', null, false],
  ])('%s decide', (_, disks, expected) => {
    expect(moves(disks)).toBe(expected)
  })

  test('is unknown where enabling, location or disks are not told', () => {
    const [located, enabled]: ProfileDisks[] = [{ location }, { enabled: true }]
    expect(moves(located)).toEqual(unknown(located ?? {}, 'enabled'))
    expect(moves(enabled)).toEqual(unknown(enabled ?? {}, 'location'))
    expect(moves()).toEqual(unknown({ name: 'Office' }, 'profileDisks'))
  })

  test('a planned move moves, whatever else it holds', () => {
    const move = { name: 'Office', source: location, destination: location }
    expect(profileDisksMove(anEstate({ migration: { profileDiskLocations: [move] } }), move)).toBe(true)
  })
})

describe('relativePathKept', () => {
  const kept = (source: string, destination: string) => {
    const move = { source, destination }
    return { move, kept: relativePathKept(anEstate({ migration: { profileDiskLocations: [move] } }), move) }
  }

  test.each([
    ['a renamed server', '\\\\FS01\\UPD$\\Office', '\\\\FS02\\UPD$\\Office', true],
    ['a renamed share', '\\\\FS01\\UPD$\\Office', '\\\\FS01\\Profiles\\Office', true],
    ['case, slashes and prefix', '\\\\FS01\\UPD$\\Office\\A', '//?/UNC/fs02/upd$/office/a/', true],
    ['shares alone', '\\\\FS01\\UPD$', '\\\\FS02\\Profiles', true],
    ['another folder', '\\\\FS01\\UPD$\\Office', '\\\\FS02\\UPD$\\Staff', false],
    ['a folder less', '\\\\FS01\\UPD$\\Office', '\\\\FS02\\UPD$', false],
  ])('%s decide', (_, source, destination, expected) => {
    expect(kept(source, destination).kept).toBe(expected)
  })

  test('is unknown where a side is a local path', () => {
    const from = kept('D:\\UPD\\Office', '\\\\FS02\\UPD\\Office')
    expect(from.kept).toEqual(unknown(from.move, 'source', 'share of D:\\UPD\\Office'))
    const to = kept('\\\\FS01\\UPD\\Office', 'E:\\UPD\\Office')
    expect(to.kept).toEqual(unknown(to.move, 'destination', 'share of E:\\UPD\\Office'))
  })

  test('of a collection is unknown only where no list of moves is told', () => {
    const collection: SessionCollection = { name: 'Office' }
    const migration: Migration = retiringFs01
    expect(relativePathKept(anEstate({ migration }), collection)).toEqual(unknown(migration, 'profileDiskLocations'))
    expect(relativePathKept(anEstate({ migration: { profileDiskLocations: [] } }), collection)).toBe(true)
  })
})

describe('missingFiles', () => {
  const files = (sourceFiles: readonly string[], destinationFiles: readonly string[]) =>
    missingFiles(anEstate({}), { source: '\\\\FS01\\UPD', destination: '\\\\FS02\\UPD', sourceFiles, destinationFiles })

  test.each([
    ['nothing where all are there', ['UVHD-template.vhdx', 'a\\1.vhdx'], ['A/1.VHDX', 'uvhd-template.vhdx'], []],
    ['a file that is not there', ['UVHD-template.vhdx', 'a\\1.vhdx'], ['UVHD-template.vhdx'], ['a\\1.vhdx']],
    ['a file in another folder', ['a\\1.vhdx'], ['b\\1.vhdx'], ['a\\1.vhdx']],
    ['nothing of an empty source', [], ['a\\1.vhdx'], []],
  ])('gives %s', (_, source, destination, expected) => {
    expect(files(source, destination)).toEqual(expected)
  })

  test('is known in part where the source listing is', () => {
    const rest = { holder: {} }
    const missing = files(incomplete(['1.vhdx'], [rest]), [])
    expect(missing).toEqual(['1.vhdx'])
    expect(restOf(missing as readonly string[])).toEqual([rest])
  })

  test('is unknown where a file may be in the untold rest of the destination', () => {
    const rest = { holder: {} }
    expect(files(['1.vhdx'], incomplete<string>([], [rest]))).toEqual(new Unknown([rest]))
    expect(files(['1.vhdx'], incomplete(['1.vhdx'], [rest]))).toEqual([])
  })

  test('is unknown without a listing', () => {
    const move = { source: '\\\\FS01\\UPD', destination: '\\\\FS02\\UPD' }
    expect(missingFiles(anEstate({}), move)).toEqual(unknown(move, 'sourceFiles'))
    const half = { ...move, sourceFiles: [] }
    expect(missingFiles(anEstate({}), half)).toEqual(unknown(half, 'destinationFiles'))
  })
})
