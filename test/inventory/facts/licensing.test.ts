import { describe, expect, test } from 'vitest'
import {
  holdsLicensing,
  isActivated,
  isListed,
  licenseServerAt,
  licensingMode,
  listedLicenseServers,
} from '../../../src/inventory/facts/licensing.ts'
import type { Inventory, Server } from '../../../src/inventory/inventory.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const listing = (...servers: string[]): Partial<Inventory> => ({
  deployment: { licensing: { mode: 'PerUser', servers } },
})

describe('licensingMode and listedLicenseServers', () => {
  test.each([
    ['a deployment with licensing', listing('RDLIC01'), 'PerUser', ['RDLIC01']],
    ['no deployment', { deployment: null }, null, []],
    ['a deployment without licensing', { deployment: { licensing: null } }, null, []],
    ['a deployment of which nobody told', {}, 'not known: deployment', ['and what is in: deployment']],
    ['licensing of which nobody told', { deployment: {} }, 'not known: licensing', ['and what is in: licensing']],
    ['licensing without its parts', { deployment: { licensing: {} } }, 'not known: mode', ['and what is in: servers']],
  ] as const)('%s', (_, inventory, mode, servers) => {
    const estate = anEstate(inventory as Partial<Inventory>)
    expect(outcome(licensingMode(estate))).toBe(mode)
    expect(outcome(listedLicenseServers(estate))).toEqual(servers)
  })
})

test('isListed goes by the server, not by the way it is written', () => {
  const server: Server = { name: 'RDLIC01.contoso.example' }
  const estate = anEstate({ servers: [server, { name: 'RDLIC02' }], ...listing('rdlic01') })
  expect([isListed(estate, server), isListed(estate, 'RDLIC01'), isListed(estate, 'RDLIC02')]).toEqual([
    true,
    true,
    false,
  ])
})

describe('holdsLicensing', () => {
  const bare: Server = { name: 'RDLIC01', roles: [], installedFeatures: [] }

  test.each([
    ['the role', { ...bare, roles: ['RDS-LICENSING'] }, true],
    ['the feature', { ...bare, installedFeatures: ['rds-licensing'] }, true],
    ['neither', bare, false],
    ['features of which nobody told', { name: 'RDLIC01', roles: [] }, 'not known: installedFeatures'],
    ['the role, and features of which nobody told', { name: 'RDLIC01', roles: ['RDS-LICENSING'] }, true],
  ] as const)('%s decides where the server is not listed', (_, server, expected) => {
    const estate = anEstate({ servers: [server as Server], ...listing('RDLIC09') })
    expect(outcome(holdsLicensing(estate, 'RDLIC01'))).toBe(expected)
  })

  test('a listed server is one, with and without an entry', () => {
    const estate = anEstate({ servers: [bare], ...listing('RDLIC01', 'CENTRALLIC') })
    expect([holdsLicensing(estate, 'RDLIC01'), holdsLicensing(estate, 'CENTRALLIC')]).toEqual([true, true])
  })

  test('a server without an entry that is not listed is none, unless nobody told of servers', () => {
    expect(holdsLicensing(anEstate({ servers: [], ...listing() }), 'FS01')).toBe(false)
    expect(outcome(holdsLicensing(anEstate(listing()), 'FS01'))).toBe('not known: FS01')
  })
})

test.each([
  ['an activated one', { licenseServer: { activated: true } }, true],
  ['one that is not', { licenseServer: { activated: false } }, false],
  ['a server that is no licence server', { licenseServer: null }, false],
  ['one that was not asked', {}, 'not known: licenseServer'],
  ['one that did not answer', { licenseServer: {} }, 'not known: activated'],
] as const)('isActivated tells %s', (_, section, expected) => {
  const estate = anEstate({ servers: [{ name: 'RDLIC01', ...section }] })
  expect(outcome(isActivated(estate, 'RDLIC01'))).toBe(expected)
})

test('isActivated does not know servers without an entry', () => {
  expect(outcome(isActivated(anEstate({ servers: [] }), 'CENTRALLIC'))).toBe('not known: CENTRALLIC')
})

describe('licenseServerAt', () => {
  const servers: readonly Server[] = [
    { name: 'RDLIC01', roles: ['RDS-LICENSING'] },
    { name: 'RDLIC11', roles: [], installedFeatures: [] },
    { name: 'RDSH01', roles: ['RDS-RD-SERVER'], installedFeatures: [] },
    { name: 'RDSH02', roles: [] },
  ]
  const estate = anEstate({ servers, ...listing('RDLIC02') })

  test.each([
    ['a listed name', 'RDLIC02', 'RDLIC02'],
    ['the move of a licence server', { source: 'RDLIC01', destination: 'RDLIC11' }, 'RDLIC11'],
    ['a move to nowhere', { source: 'RDLIC01' }, null],
    ['a move to a server that is not built yet', { source: 'RDLIC01', destination: 'RDLIC12' }, 'RDLIC12'],
    ['a move to a server that is listed already', { source: 'RDLIC01', destination: 'RDLIC02' }, null],
    ['the move of another server', { source: 'RDSH01', destination: 'RDLIC11' }, null],
    [
      'the move of a server of unknown features',
      { source: 'RDSH02', destination: 'RDLIC11' },
      'not known: installedFeatures',
    ],
  ] as const)('%s', (_, place, expected) => {
    expect(outcome(licenseServerAt(estate, place))).toBe(expected)
  })

  test('a destination that is listed is counted once, as a listed name', () => {
    expect(
      licenseServerAt(anEstate({ servers, ...listing('rdlic11') }), { source: 'RDLIC01', destination: 'RDLIC11' }),
    ).toBeNull()
  })
})
