import { describe, expect, test } from 'vitest'
import { hostsToUpgrade, virtualizationHosts } from '../../../src/inventory/facts/virtualization-hosts.ts'
import type { Role, Server, VirtualDesktopCollection } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const partly: Role[] = ['RDS-RD-SERVER']
const servers: readonly Server[] = [
  { name: 'RDVH01.contoso.example', roles: ['RDS-VIRTUALIZATION'] },
  { name: 'RDVH02.contoso.example', roles: [] },
  { name: 'RDVH03.contoso.example' },
  { name: 'RDVH04.contoso.example', roles: incomplete(partly, [{ holder: partly, name: 'rest of roles' }]) },
  { name: 'RDVH05.contoso.example', roles: [] },
  { name: 'RDVH05.northwind.example', roles: ['RDS-VIRTUALIZATION'] },
]

describe('of a server', () => {
  test.each([
    ['one that holds the role', 0, ['RDVH01.contoso.example']],
    ['one that does not', 1, []],
    ['one of untold roles', 2, ['and what is in: roles']],
    ['one of roles known in part', 3, ['and what is in: rest of roles']],
  ])('%s', (_, index, expected) => {
    expect(outcome(virtualizationHosts(anEstate({ servers }), servers[index] as Server))).toEqual(expected)
  })
})

describe('of a collection', () => {
  const hostsOf = (collection: VirtualDesktopCollection) =>
    outcome(
      virtualizationHosts(anEstate({ servers, deployment: { virtualDesktopCollections: [collection] } }), collection),
    )

  test.each([
    ['a host that its own entry judges is left out', 'rdvh01', []],
    ['a host whose entry lacks the role is named as its entry', 'rdvh02', ['RDVH02.contoso.example']],
    ['a host of untold roles is left to its entry', 'RDVH03', []],
    ['a host of roles known in part is left to its entry', 'RDVH04', []],
    ['a name that several servers fit is kept', 'RDVH05', ['RDVH05']],
    ['a host without an entry is kept', 'RDVH09', ['RDVH09']],
  ])('%s', (_, host, expected) => {
    expect(hostsOf({ name: 'Pool', virtualDesktops: [{ name: 'VDI-01', host }] })).toEqual(expected)
  })

  test('untold desktops and hosts leave it open', () => {
    expect(hostsOf({ name: 'Pool' })).toBe('not known: virtualDesktops')
    expect(hostsOf({ name: 'Pool', virtualDesktops: [{ name: 'VDI-01' }] })).toEqual(['and what is in: host'])
  })
})

describe('to be upgraded in place', () => {
  const aVirtualizationHost = (name: string, version: string): Server => ({
    name,
    roles: ['RDS-VIRTUALIZATION'],
    operatingSystem: { version, productType: 3 },
  })
  const hosts: readonly Server[] = [
    aVirtualizationHost('RDVH01', '10.0.14393'),
    aVirtualizationHost('RDVH02', '10.0.14393'),
    aVirtualizationHost('RDVH11', '10.0.17763'),
    { name: 'RDVH03', roles: ['RDS-VIRTUALIZATION'] },
    { name: 'RDVH04', operatingSystem: { version: '10.0.14393', productType: 3 } },
  ]
  const estateOf = (method: 'migrate' | 'in-place') =>
    anEstate({ servers: hosts, migration: { servers: [{ source: 'RDVH02' }] } }, { target: '2019', method })

  test.each([
    ['a host older than the target', 0, ['RDVH01']],
    ['no host that retires', 1, []],
    ['no host at the target', 2, []],
    ['perhaps a host of an untold release', 3, ['and what is in: operatingSystem']],
    ['perhaps a server of untold roles', 4, ['and what is in: roles']],
  ])('is %s', (_, index, expected) => {
    expect(outcome(hostsToUpgrade(estateOf('in-place'), hosts[index] as Server))).toEqual(expected)
  })

  test('is none where new servers take over', () => {
    expect(outcome(hostsToUpgrade(estateOf('migrate'), hosts[0] as Server))).toEqual([])
  })

  test('is the host of desktops too, and perhaps one that the inventory does not hold', () => {
    const collection = {
      name: 'Pool',
      virtualDesktops: [
        { name: 'VDI-01', host: 'RDVH05' },
        { name: 'VDI-02', host: 'RDVH09' },
      ],
    }
    const servers = [{ ...aVirtualizationHost('RDVH05', '10.0.14393'), roles: [] }]
    const estate = anEstate(
      { servers, deployment: { virtualDesktopCollections: [collection] } },
      { target: '2019', method: 'in-place' },
    )
    expect(outcome(hostsToUpgrade(estate, collection))).toEqual(['RDVH05', 'and what is in: RDVH09'])
  })
})
