import { describe, expect, test } from 'vitest'
import { hasWebAccessFarm, machineKeyHolders, sameMachineKeys } from '../../../src/inventory/facts/web-access.ts'
import type { Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { Unknown, unknown } from '../../../src/model/unknown.ts'
import { anEstate } from '../../support/estate.ts'

const web = (name: string, machineKeyHash: string): Server => ({
  name,
  roles: ['RDS-WEB-ACCESS'],
  webAccess: { machineKeyHash },
})
const gateway: Server = { name: 'RDG01', roles: ['RDS-GATEWAY'], webAccess: { machineKeyHash: 'b2' } }
const keyless: Server = { name: 'RDWA09', roles: ['RDS-WEB-ACCESS'] }

describe('sameMachineKeys', () => {
  const same = (...servers: Server[]) => sameMachineKeys(anEstate({ servers }))

  test.each([
    ['no Web Access server', [gateway], true],
    ['one', [web('RDWA01', 'a1'), gateway], true],
    ['one of which no key is told', [keyless], true],
    ['two with one pair', [web('RDWA01', 'a1'), web('RDWA02', 'A1'), gateway], true],
    ['two with two pairs', [web('RDWA01', 'a1'), web('RDWA02', 'b2')], false],
    ['two pairs beside an untold one', [web('RDWA01', 'a1'), keyless, web('RDWA02', 'b2')], false],
  ])('%s decide', (_, servers, expected) => {
    expect(same(...servers)).toBe(expected)
  })

  test.each([
    ['the section', {}, 'webAccess'],
    ['a section that is null', { webAccess: null }, 'webAccess'],
  ])('is unknown for want of %s', (_, changes, key) => {
    const server: Server = { ...keyless, ...changes }
    expect(same(web('RDWA01', 'a1'), server)).toEqual(unknown(server, key))
  })

  test('is unknown for want of a hash', () => {
    const webAccess = { customized: false }
    expect(same(web('RDWA01', 'a1'), { ...keyless, webAccess })).toEqual(unknown(webAccess, 'machineKeyHash'))
  })

  test('is unknown where a server of untold roles may belong to the farm', () => {
    const server: Server = { name: 'RDWA02', webAccess: { machineKeyHash: 'b2' } }
    expect(same(web('RDWA01', 'a1'), server)).toEqual(unknown(server, 'roles'))
  })
})

describe('hasWebAccessFarm', () => {
  test.each([
    ['one server', [web('RDWA01', 'a1'), gateway], false],
    ['two servers', [web('RDWA01', 'a1'), web('RDWA02', 'a1')], true],
    ['two beside one of untold roles', [web('RDWA01', 'a1'), { name: 'RDSH01' }, web('RDWA02', 'a1')], true],
  ])('%s decide', (_, servers, expected) => {
    expect(hasWebAccessFarm(anEstate({ servers }))).toBe(expected)
  })

  test('is unknown where servers are known only in part', () => {
    const rest = { holder: {} }
    expect(hasWebAccessFarm(anEstate({ servers: incomplete([web('RDWA01', 'a1')], [rest]) }))).toEqual(
      new Unknown([rest]),
    )
  })
})

test('machineKeyHolders names one server for each pair of keys', () => {
  const servers = [web('RDWA03', 'b2'), web('RDWA02', 'A1'), keyless, web('RDWA01', 'a1')]
  expect(machineKeyHolders(anEstate({ servers }))).toEqual(['RDWA01', 'RDWA03'])
})
