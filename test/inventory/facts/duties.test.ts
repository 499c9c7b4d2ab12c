import { describe, expect, test } from 'vitest'
import { createEstate, type Estate } from '../../../src/inventory/estate.ts'
import { duties, guides, rolesGoTogether } from '../../../src/inventory/facts/duties.ts'
import type { Role, Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { Timestamp } from '../../../src/model/instant.ts'
import { Unknown } from '../../../src/model/unknown.ts'
import { anEstate } from '../../support/estate.ts'

function estateOf(server: Server): Estate {
  const inventory = { schemaVersion: 1, servers: [server] } as const
  return createEstate(inventory, { target: '2012R2', method: 'migrate', phase: 'before', today: new Timestamp(0n) })
}

const holding = (...roles: Role[]): Server => ({ name: 'RDS01', roles })

describe('rolesGoTogether', () => {
  test.each([
    ['one role', holding('RDS-RD-SERVER'), true],
    ['one role named twice', holding('RDS-RD-SERVER', 'RDS-RD-SERVER'), true],
    ['Web Access and Gateway', holding('RDS-WEB-ACCESS', 'RDS-GATEWAY'), true],
    ['two roles', holding('RDS-RD-SERVER', 'RDS-LICENSING'), false],
    ['Web Access, Gateway and a third', holding('RDS-WEB-ACCESS', 'RDS-GATEWAY', 'RDS-LICENSING'), false],
    ['no role', { name: 'FS01', roles: [], installedFeatures: [] }, true],
    [
      'two features of a standalone server',
      { name: 'RDS01', roles: [], installedFeatures: ['rds-rd-server', 'RDS-Licensing'] },
      false,
    ],
  ] as const)('%s decides', (_, server, expected) => {
    expect(rolesGoTogether(estateOf(server), server)).toBe(expected)
  })

  test('roles known only in part decide only where two of them are apart', () => {
    const partly = (...roles: Role[]): Server => ({ name: 'RDS01', roles: incomplete(roles, [{ holder: roles }]) })
    const [undecided, apart] = [partly('RDS-WEB-ACCESS', 'RDS-GATEWAY'), partly('RDS-GATEWAY', 'RDS-LICENSING')]
    expect(rolesGoTogether(estateOf(undecided), undecided)).toBeInstanceOf(Unknown)
    expect(rolesGoTogether(estateOf(apart), apart)).toBe(false)
  })

  test('untold roles leave it unknown', () => {
    const server: Server = { name: 'RDS01' }
    expect(rolesGoTogether(estateOf(server), server)).toEqual(new Unknown([{ holder: server, key: 'roles' }]))
  })
})

test.each([
  ['one role by its name', holding('RDS-GATEWAY'), 'RD Gateway'],
  ['two roles', holding('RDS-LICENSING', 'RDS-RD-SERVER'), 'RD Session Host and RD Licensing'],
  [
    'a domain controller',
    { ...holding('RDS-RD-SERVER', 'RDS-GATEWAY'), operatingSystem: { productType: 2 } },
    'RD Session Host, RD Gateway and domain controller',
  ],
  ['a member server', { ...holding('RDS-GATEWAY'), operatingSystem: { productType: 3 } }, 'RD Gateway'],
  ['nothing', holding(), ''],
] as const)('duties tells %s', (_, server, text) => {
  expect(duties(estateOf(server as Server), server as Server)).toBe(text)
})

test('duties tells what collections make of a server too', () => {
  const server: Server = { name: 'RDS01', roles: ['RDS-LICENSING'] }
  const deployment = {
    sessionCollections: [{ name: 'Sales', sessionHosts: [{ server: 'RDS01' }] }],
    virtualDesktopCollections: [{ name: 'Pool', virtualDesktops: [{ name: 'VDI-01', host: 'rds01' }] }],
  }
  const estate = anEstate({ servers: [server], deployment })
  expect(duties(estate, server)).toBe('RD Session Host, RD Virtualization Host and RD Licensing')
})

test.each([
  [['RDS-Gateway'], 'RD Gateway by "Remote Desktop Gateway Role Service Migration"'],
  [['RDS-Connection-Broker'], 'RD Connection Broker without a guide of its own'],
  [
    ['RDS-Licensing', 'RDS-RD-Server', 'Web-Server'],
    'RD Session Host by "Remote Desktop Session Host Role Service Migration", RD Licensing by "Remote Desktop Licensing Role Service Migration"',
  ],
])('guides tells the guides of a standalone server with %j', (installedFeatures, text) => {
  const server: Server = { name: 'RDS01', roles: [], installedFeatures }
  expect(guides(estateOf(server), server)).toBe(text)
})

test('guides tells those of the features where the roles of a server outside any deployment are not told', () => {
  const server: Server = { name: 'RDS01', installedFeatures: ['RDS-Gateway'] }
  expect(guides(anEstate({ servers: [server], deployment: null }), server)).toBe(
    'RD Gateway by "Remote Desktop Gateway Role Service Migration"',
  )
})
