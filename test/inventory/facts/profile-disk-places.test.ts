import { describe, expect, test } from 'vitest'
import { diskUsers, folder, isUnc, sharersOf } from '../../../src/inventory/facts/profile-disk-places.ts'
import type { Deployment, ProfileDisks, SessionCollection } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { Unknown, unknown } from '../../../src/model/unknown.ts'
import { anEstate } from '../../support/estate.ts'

test.each([
  ['\\\\FS01\\UPD$', true],
  ['//fs01/upd$', true],
  ['\\\\?\\UNC\\fs01\\upd$', true],
  ['D:\\UPD', false],
  ['\\\\?\\D:\\UPD', false],
  [null, false],
])('isUnc judges %s', (location, expected) => {
  expect(isUnc(anEstate({}), location)).toBe(expected)
})

test.each([
  ['\\\\FS01\\UPD$', '\\\\FS01\\UPD$'],
  ['\\\\FS01\\UPD$\\', '\\\\FS01\\UPD$'],
  ['\\\\FS01\\UPD$\\Office\\\\', '\\\\FS01\\UPD$\\Office'],
  ['//fs01/upd$/', '//fs01/upd$'],
  ['D:\\UPD\\', 'D:\\UPD'],
  ['D:\\', 'D:\\.'],
])('folder writes %s without a slash at its end', (location, expected) => {
  expect(folder(anEstate({}), location)).toBe(expected)
})

describe('sharersOf', () => {
  const at = (location: string): ProfileDisks => ({ enabled: true, location })
  const office: SessionCollection = { name: 'Office', profileDisks: at('\\\\FS01\\UPD$\\Office') }
  const sharers = (other: Deployment, collection = office) => {
    const deployment = { virtualDesktopCollections: [], ...other }
    return sharersOf(anEstate({ servers: [], deployment }), collection)
  }
  const beside = (profileDisks: ProfileDisks | null, collection = office) =>
    sharers({ sessionCollections: [collection, { name: 'Lab', profileDisks }] }, collection)

  test.each([
    ['the same words', '\\\\FS01\\UPD$\\Office', ['Lab']],
    ['other case and slashes', '//fs01/upd$/office/', ['Lab']],
    ['the full name of the server', '\\\\fs01.contoso.example\\UPD$\\Office', ['Lab']],
    ['another folder', '\\\\FS01\\UPD$\\Lab', []],
    ['another server', '\\\\FS02\\UPD$\\Office', []],
  ])('compares locations: %s', (_, location, expected) => {
    expect(beside(at(location))).toEqual(expected)
  })

  test.each([
    ['disabled disks', { enabled: false, location: '\\\\FS01\\UPD$\\Office' }],
    ['disks without a location', { enabled: true, location: null }],
    ['no disks', null],
  ])('leaves out %s', (_, disks) => {
    expect(beside(disks)).toEqual([])
  })

  test('finds a virtual desktop collection of the same name', () => {
    expect(sharers({ sessionCollections: [office], virtualDesktopCollections: [{ ...office }] })).toEqual(['Office'])
  })

  test('a local path is shared with nobody', () => {
    expect(beside(at('D:\\UPD'), { name: 'Office', profileDisks: at('D:\\UPD') })).toEqual([])
  })

  test('knows some beside others whose disks are not told', () => {
    const untold = { name: 'Sales' }
    const sessionCollections = [office, { name: 'Lab', profileDisks: office.profileDisks ?? null }, untold]
    const found = sharers({ sessionCollections })
    expect(found).toEqual(['Lab'])
    expect(restOf(found as readonly string[])).toEqual([{ holder: untold, key: 'profileDisks' }])
  })

  test.each([
    ['the location', { enabled: true }, 'location'],
    ['whether they are enabled', { location: '\\\\FS01\\UPD$\\Office' }, 'enabled'],
  ])('is known in part where disks do not tell %s', (_, disks, key) => {
    const found = beside(disks)
    expect(found).toEqual([])
    expect(restOf(found as readonly string[])).toEqual([{ holder: disks, key }])
  })

  test('disks at another location need not say whether they are enabled', () => {
    expect(restOf(beside({ location: '\\\\FS02\\UPD$' }) as readonly string[])).toBeUndefined()
  })

  test('is known in part where collections are not told', () => {
    const rest = { holder: {} }
    const deployment = { sessionCollections: incomplete([office], [rest]) }
    expect(restOf(sharersOf(anEstate({ deployment }), office) as readonly string[])).toEqual([
      rest,
      { holder: deployment, key: 'virtualDesktopCollections' },
    ])
  })

  test('is unknown where its own location is', () => {
    const [bare, disks]: [SessionCollection, ProfileDisks] = [{ name: 'Office' }, { enabled: true }]
    expect(sharers({ sessionCollections: [bare] }, bare)).toEqual(unknown(bare, 'profileDisks'))
    expect(beside(null, { name: 'Office', profileDisks: disks })).toEqual(unknown(disks, 'location'))
    expect(beside(null, { name: 'Office', profileDisks: null })).toEqual([])
    expect(beside(null, { name: 'Office', profileDisks: { location: null } })).toEqual([])
  })
})

describe('diskUsers', () => {
  const hosts = [{ server: 'RDSH01' }, { server: 'RDSH02' }]
  const desktops = [{ name: 'VDI-01' }, { name: 'VDI-02' }, { name: 'VDI-03' }]
  const ofSession = (sessionHosts?: readonly { server: string }[]) => {
    const collection = { name: 'Office', ...(sessionHosts ? { sessionHosts } : {}) }
    return diskUsers(anEstate({ deployment: { sessionCollections: [collection] } }), collection)
  }

  test('counts session hosts', () => {
    expect(ofSession(hosts)).toBe(2n)
    expect(ofSession([])).toBe(0n)
  })

  test('counts virtual desktops', () => {
    const collection = { name: 'Pool', virtualDesktops: desktops }
    expect(diskUsers(anEstate({ deployment: { virtualDesktopCollections: [collection] } }), collection)).toBe(3n)
  })

  test('is unknown where the list is not told, and names it', () => {
    expect(ofSession()).toEqual(unknown({ name: 'Office' }, 'sessionHosts'))
    const collection = { name: 'Pool' }
    const estate = anEstate({ deployment: { virtualDesktopCollections: [collection] } })
    expect(diskUsers(estate, collection)).toEqual(unknown(collection, 'virtualDesktops'))
  })

  test('counts a list known in part from two on', () => {
    const rest = { holder: {} }
    expect(ofSession(incomplete([...hosts], [rest]))).toBe(2n)
    expect(ofSession(incomplete(hosts.slice(1), [rest]))).toEqual(new Unknown([rest]))
  })
})
