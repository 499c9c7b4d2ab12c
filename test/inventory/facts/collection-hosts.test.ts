import { describe, expect, test } from 'vitest'
import { createEstate } from '../../../src/inventory/estate.ts'
import { servesCollection } from '../../../src/inventory/facts/collection-hosts.ts'
import type { Deployment, Inventory, Server, SessionCollection } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { Timestamp } from '../../../src/model/instant.ts'
import { Unknown } from '../../../src/model/unknown.ts'

const host: Server = { name: 'RDSH01.contoso.example' }

function serves(deployment: Deployment | null | undefined, ...others: Server[]) {
  const inventory: Inventory = {
    schemaVersion: 1,
    servers: [host, ...others],
    ...(deployment === undefined ? {} : { deployment }),
  }
  const today = new Timestamp(0n)
  return servesCollection(createEstate(inventory, { target: '2012R2', method: 'migrate', phase: 'after', today }), host)
}

const none = { virtualDesktopCollections: [] }

const hostedBy = (...names: string[]): SessionCollection => ({
  name: 'Sales',
  sessionHosts: names.map((server) => ({ server })),
})

const pool = (...hosts: string[]) => ({
  name: 'Pool',
  virtualDesktops: hosts.map((host, index) => ({ name: `VDI-0${index}`, host })),
})

describe('servesCollection', () => {
  test.each([
    [
      'a host of a collection',
      { ...none, sessionCollections: [hostedBy('RDSH02.contoso.example', 'RDSH01.contoso.example')] },
      true,
    ],
    [
      'a host of a second collection',
      { ...none, sessionCollections: [hostedBy(), hostedBy('RDSH01.contoso.example')] },
      true,
    ],
    ['a host by its short name in other case', { ...none, sessionCollections: [hostedBy('rdsh01')] }, true],
    ['a host of none', { ...none, sessionCollections: [hostedBy('RDSH02.contoso.example')] }, false],
    ['no collections', { ...none, sessionCollections: [] }, false],
    ['no deployment', null, false],
    ['a host of a desktop', { sessionCollections: [], virtualDesktopCollections: [pool('rdsh01')] }, true],
    ['a host of no desktop', { sessionCollections: [], virtualDesktopCollections: [pool('RDVH01')] }, false],
  ])('%s decides', (_, deployment, expected) => {
    expect(serves(deployment)).toBe(expected)
  })

  test('an untold deployment leaves it unknown', () => {
    expect(serves(undefined)).toBeInstanceOf(Unknown)
  })

  test('untold collections leave it unknown and are named', () => {
    const deployment = {}
    expect(serves(deployment)).toEqual(
      new Unknown([
        { holder: deployment, key: 'sessionCollections' },
        { holder: deployment, key: 'virtualDesktopCollections' },
      ]),
    )
  })

  test('a collection of untold hosts leaves it unknown, unless another one has the server', () => {
    const untold: SessionCollection = { name: 'Research' }
    expect(serves({ ...none, sessionCollections: [untold] })).toEqual(
      new Unknown([{ holder: untold, key: 'sessionHosts' }]),
    )
    expect(serves({ ...none, sessionCollections: [untold, hostedBy('RDSH01')] })).toBe(true)
  })

  test('desktops or their hosts that are not told leave it unknown and are named', () => {
    const untold = { name: 'Pool' }
    expect(serves({ sessionCollections: [], virtualDesktopCollections: [untold] })).toEqual(
      new Unknown([{ holder: untold, key: 'virtualDesktops' }]),
    )
    const desktop = { name: 'VDI-01' }
    const collections = [{ name: 'Pool', virtualDesktops: [desktop] }]
    expect(serves({ sessionCollections: [], virtualDesktopCollections: collections })).toEqual(
      new Unknown([{ holder: desktop, key: 'host' }]),
    )
    const desktops = incomplete([{ name: 'VDI-02', host: 'RDVH01' }], [{ holder: collections }])
    expect(
      serves({ sessionCollections: [], virtualDesktopCollections: [{ name: 'Pool', virtualDesktops: desktops }] }),
    ).toBeInstanceOf(Unknown)
  })

  test('lists known only in part leave it unknown', () => {
    const hosts = [{ server: 'RDSH02' }]
    const partly = { name: 'Sales', sessionHosts: incomplete(hosts, [{ holder: hosts }]) }
    expect(serves({ ...none, sessionCollections: [partly] })).toBeInstanceOf(Unknown)
    const collections: SessionCollection[] = []
    expect(serves({ ...none, sessionCollections: incomplete(collections, [{ holder: collections }]) })).toBeInstanceOf(
      Unknown,
    )
  })

  test('a short name that fits two servers leaves those unknown, and no other', () => {
    const twin: Server = { name: 'RDSH01.northwind.example' }
    expect(serves({ ...none, sessionCollections: [hostedBy('RDSH01')] }, twin)).toBeInstanceOf(Unknown)
    const [one, other]: Server[] = [{ name: 'RDSH02.contoso.example' }, { name: 'RDSH02.northwind.example' }]
    expect(serves({ ...none, sessionCollections: [hostedBy('RDSH02')] }, one as Server, other as Server)).toBe(false)
  })
})
