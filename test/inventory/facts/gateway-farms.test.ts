import { describe, expect, test } from 'vitest'
import { strayMembers } from '../../../src/inventory/facts/gateway-farms.ts'
import type { Server } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { Unknown, unknown } from '../../../src/model/unknown.ts'
import { anEstate } from '../../support/estate.ts'

const listing = (name: string, ...farmMembers: string[]): Server => ({
  name: `${name}.contoso.example`,
  roles: ['RDS-GATEWAY'],
  gateway: { farmMembers },
})

describe('strayMembers', () => {
  const agrees = (server: Server, ...others: Server[]) => {
    const stray = strayMembers(anEstate({ servers: [server, ...others] }), server)
    const rest = restOf(stray)
    return stray.length === 0 && (rest ? new Unknown(rest) : true)
  }

  test('gives the names of those that differ, in order, beside others that nobody knows', () => {
    const servers = [listing('RDG01', 'RDG03', 'rdg02', 'RDG02', 'RDG09'), listing('RDG02'), listing('RDG03')]
    const estate = anEstate({ servers })
    const stray = strayMembers(estate, servers[0] ?? listing('RDG01'))
    expect(stray).toEqual(['RDG02.contoso.example', 'RDG03.contoso.example'])
    expect(restOf(stray)).toEqual([{ holder: estate.inventory, key: 'servers', name: 'RDG09' }])
  })

  test.each([
    ['a gateway alone', [listing('RDG01')], true],
    ['a gateway that lists itself', [listing('RDG01', 'RDG01')], true],
    ['two that list each other', [listing('RDG01', 'RDG02'), listing('RDG02', 'RDG01')], true],
    [
      'two that list themselves too, in other words and order',
      [listing('RDG01', 'rdg01', 'rdg02.contoso.example'), listing('RDG02', 'RDG01', 'RDG02')],
      true,
    ],
    ['one whose other lists nobody', [listing('RDG01', 'RDG02'), listing('RDG02')], false],
    ['one whose other lists a third', [listing('RDG01', 'RDG02'), listing('RDG02', 'RDG01', 'RDG03')], false],
    ['one that lists a third', [listing('RDG01', 'RDG02', 'RDG03'), listing('RDG02', 'RDG01')], false],
    ['one whose other has no gateway', [listing('RDG01', 'RDG02'), { ...listing('RDG02'), gateway: null }], false],
    [
      'one whose other holds another role',
      [listing('RDG01', 'RDG02'), { ...listing('RDG02', 'RDG01'), roles: ['RDS-WEB-ACCESS'] }],
      false,
    ],
    ['one without a gateway', [{ ...listing('RDG01'), gateway: null }], true],
  ] as const)('%s decides', (_, [server, ...others], expected) => {
    expect(agrees(server as Server, ...(others as Server[]))).toBe(expected)
  })

  test('a standalone gateway counts as one', () => {
    const standalone: Server = { ...listing('RDG02', 'RDG01'), roles: [], installedFeatures: ['RDS-Gateway'] }
    expect(agrees(listing('RDG01', 'RDG02'), standalone)).toBe(true)
  })

  test('is unknown of a member that is not in the inventory, whichever way others spell it', () => {
    const [one, other] = [listing('RDG01', 'RDG02', 'RDG03'), listing('RDG02', 'RDG01', 'rdg03.contoso.example')]
    expect(agrees(one, other)).toEqual(new Unknown([{ holder: expect.anything(), key: 'servers', name: 'RDG03' }]))
  })

  test('is unknown where a short name fits several servers', () => {
    const [one, other] = [listing('RDG01', 'RDG02'), { ...listing('RDG02'), name: 'RDG02.northwind.example' }]
    expect(agrees(one, listing('RDG02', 'RDG01'), other)).toBeInstanceOf(Unknown)
  })

  test('is unknown where one of both does not tell its members', () => {
    const blank: Server = { name: 'RDG02.contoso.example', roles: ['RDS-GATEWAY'] }
    const gateway = { networkAccessProtection: false }
    expect(agrees(listing('RDG01', 'RDG02'), blank)).toEqual(unknown(blank, 'gateway'))
    expect(agrees(listing('RDG01', 'RDG02'), { ...blank, gateway })).toEqual(unknown(gateway, 'farmMembers'))
    expect(agrees(blank)).toEqual(unknown(blank, 'gateway'))
    expect(agrees({ ...blank, gateway })).toEqual(unknown(gateway, 'farmMembers'))
  })

  test('is unknown where a list of members is known only in part', () => {
    const rest = { holder: {} }
    const partly: Server = { ...listing('RDG02'), gateway: { farmMembers: incomplete(['RDG01'], [rest]) } }
    expect(agrees(listing('RDG01', 'RDG02'), partly)).toEqual(new Unknown([rest]))
  })

  test('is unknown where the roles of a member are not told, unless the lists differ', () => {
    const untold = (server: Server): Server => ({ name: server.name, gateway: server.gateway ?? null })
    const [same, other] = [untold(listing('RDG02', 'RDG01')), untold(listing('RDG02', 'RDG09'))]
    expect(agrees(listing('RDG01', 'RDG02'), same)).toEqual(unknown(same, 'roles'))
    expect(agrees(listing('RDG01', 'RDG02'), other)).toBe(false)
  })

  test('a large farm agrees', () => {
    const names = Array.from({ length: 300 }, (_, position) => `RDG${position}`)
    const servers = names.map((name) => listing(name, ...names))
    const estate = anEstate({ servers })
    expect(servers.every((server) => strayMembers(estate, server).length === 0)).toBe(true)
  })
})
