import { describe, expect, test } from 'vitest'
import { isBound, isTrusted, roleServers, unboundRoles } from '../../../src/inventory/facts/certificates.ts'
import { gatewayServes } from '../../../src/inventory/facts/deployment-gateway.ts'
import type { Inventory, RoleCertificate, Server } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const thumbprint = '1C5E08D3A6F2B94471E0C8AD5523F7196BD08E42'
const gateway: Server = { name: 'RDGW01', roles: ['RDS-GATEWAY'] }
const webAccess: Server = { name: 'RDWA01', roles: ['RDS-WEB-ACCESS'] }
const broker: Server = { name: 'RDCB01', roles: ['RDS-CONNECTION-BROKER'] }
const automatic: Partial<Inventory> = { deployment: { gateway: { mode: 'Automatic' } } }

describe('gatewayServes', () => {
  test.each([
    ['a gateway that clients find', [gateway], automatic, true],
    ['a gateway that clients are told', [gateway], { deployment: { gateway: { mode: 'Custom' } } }, true],
    ['a gateway that clients shall not use', [gateway], { deployment: { gateway: { mode: 'DoNotUse' } } }, false],
    ['a deployment without settings of a gateway', [gateway], { deployment: { gateway: null } }, false],
    ['a gateway outside the deployment', [broker], { deployment: { gateway: { mode: 'Custom' } } }, false],
    ['no deployment', [gateway], { deployment: null }, false],
    ['a deployment of which nobody told', [gateway], {}, 'not known: deployment'],
    ['settings of which nobody told', [gateway], { deployment: {} }, 'not known: gateway'],
    ['a mode of which nobody told', [gateway], { deployment: { gateway: {} } }, 'not known: mode'],
    ['roles of which nobody told', [{ name: 'RDGW01' }], automatic, 'not known: roles'],
    ['one known gateway among unknown servers', [{ name: 'RDSH01' }, gateway], automatic, true],
    ['roles that cannot matter', [{ name: 'RDGW01' }], { deployment: { gateway: null } }, false],
  ] as const)('%s', (_, servers, rest, expected) => {
    expect(outcome(gatewayServes(anEstate({ servers, ...(rest as Partial<Inventory>) })))).toBe(expected)
  })
})

describe('isBound', () => {
  test.each([
    ['Trusted', { level: 'Trusted' }, true],
    ['Untrusted', { level: 'Untrusted' }, true],
    ['NotConfigured', { level: 'NotConfigured' }, false],
    ['Unknown with a thumbprint', { level: 'Unknown', thumbprint }, true],
    ['Unknown without one', { level: 'Unknown' }, 'not known: thumbprint'],
    ['a thumbprint alone', { thumbprint }, true],
    ['nothing', {}, 'not known: level'],
  ] as const)('%s decides', (_, parts, expected) => {
    expect(outcome(isBound(anEstate({ servers: [] }), { role: 'RDPublishing', ...parts }))).toBe(expected)
  })

  test.each([
    ['where a gateway serves', [gateway], true],
    ['where none does', [broker], false],
    ['where that is not told', [{ name: 'RDGW01' }], 'not known: roles'],
  ] as const)('the certificate of the gateway counts %s', (_, servers, expected) => {
    const estate = anEstate({ servers, ...automatic })
    expect(outcome(isBound(estate, { role: 'RDGateway', level: 'Trusted', thumbprint }))).toBe(expected)
  })
})

test.each([
  ['Trusted', true],
  ['Untrusted', false],
  ['NotConfigured', false],
  ['Unknown', 'not known: level'],
  [undefined, 'not known: level'],
] as const)('isTrusted reads %s', (level, expected) => {
  const certificate = { role: 'RDWebAccess', ...(level ? { level } : {}) } as RoleCertificate
  expect(outcome(isTrusted(anEstate({}), certificate))).toBe(expected)
})

test.each([
  ['RDWebAccess', ['RDWA01']],
  ['RDGateway', ['RDGW01', 'and what is in: roles']],
  ['RDRedirector', []],
  ['RDPublishing', []],
] as const)('roleServers of %s', (role, expected) => {
  const servers = role === 'RDWebAccess' ? [gateway, webAccess] : [gateway, webAccess, { name: 'RDSH01' }]
  expect(outcome(roleServers(anEstate({ servers }), { role }))).toEqual(expected)
})

describe('unboundRoles', () => {
  const farm = anEstate({ servers: [gateway, webAccess], ...automatic })
  const bare = anEstate({ servers: [broker], ...automatic })

  test.each([
    ['RDRedirector', bare, ['RDRedirector']],
    ['RDPublishing', bare, ['RDPublishing']],
    ['RDWebAccess', farm, ['RDWebAccess']],
    ['RDWebAccess', bare, []],
    ['RDGateway', farm, ['RDGateway']],
    ['RDGateway', bare, []],
    ['RDGateway', anEstate({ servers: [{ name: 'RDGW01' }], ...automatic }), ['and what is in: roles']],
  ] as const)('%s without a certificate', (role, estate, expected) => {
    expect(outcome(unboundRoles(estate, { role, level: 'NotConfigured' }))).toEqual(expected)
  })

  test('a bound role is none of them, an untold one may be', () => {
    expect(unboundRoles(farm, { role: 'RDWebAccess', level: 'Untrusted' })).toEqual([])
    expect(outcome(unboundRoles(farm, { role: 'RDWebAccess' }))).toEqual(['and what is in: level'])
  })

  test('a list names the roles in use that it has no entry for', () => {
    const entries: readonly RoleCertificate[] = [{ role: 'RDRedirector' }, { role: 'RDGateway' }]
    expect(unboundRoles(farm, entries)).toEqual(['RDPublishing', 'RDWebAccess'])
    expect(unboundRoles(bare, entries)).toEqual(['RDPublishing'])
    expect(unboundRoles(bare, [])).toEqual(['RDRedirector', 'RDPublishing'])
  })

  test('a list that goes on may have an entry for each role in use', () => {
    const entries = incomplete<RoleCertificate>([{ role: 'RDPublishing' }], [{ holder: farm, key: 'certificates' }])
    expect(outcome(unboundRoles(bare, entries))).toEqual(['and what is in: certificates'])
    expect(outcome(unboundRoles(farm, [...entries, { role: 'RDRedirector' }]))).toEqual(['RDWebAccess', 'RDGateway'])
  })
})
