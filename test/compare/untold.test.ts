import { expect, test } from 'vitest'
import { untold } from '../../src/compare/untold.ts'
import { aFarm } from '../support/a-farm.ts'
import { inventoryOf } from '../support/comparing.ts'

const base = { schemaVersion: 1 }
const whole = { highAvailability: null, gateway: null, licensing: null, certificates: [] }
const deployment = { ...whole, sessionCollections: [], virtualDesktopCollections: [] }

test.each<readonly [string, object, readonly string[]]>([
  ['all of nothing', {}, ['/deployment', '/servers']],
  ['no deployment where there is none', { deployment: null, servers: [] }, []],
  ['nothing of a deployment that is told', { deployment, servers: [] }, []],
  [
    'sections',
    { deployment: { ...deployment, gateway: undefined, certificates: undefined }, servers: [] },
    ['/deployment/gateway', '/deployment/certificates'],
  ],
  [
    'what licensing lacks',
    { deployment: { ...deployment, licensing: {} }, servers: [] },
    ['/deployment/licensing/mode', '/deployment/licensing/servers'],
  ],
  [
    'what collections lack',
    {
      deployment: { ...deployment, sessionCollections: [{ name: 'Sales', sessionHosts: [], userGroups: [] }] },
      servers: [],
    },
    ['/deployment/sessionCollections/0/remoteApps', '/deployment/sessionCollections/0/profileDisks'],
  ],
  [
    'lists that are known in part only',
    { deployment, servers: [], collection: { incomplete: ['/servers', '/deployment/sessionCollections'] } },
    ['/deployment/sessionCollections', '/servers'],
  ],
  [
    'what servers lack for their roles',
    { deployment, servers: [{ name: 'A' }, { name: 'B', roles: ['RDS-GATEWAY', 'RDS-LICENSING'], gateway: {} }] },
    ['/servers/0/roles', '/servers/1/gateway/authorizationPolicies', '/servers/1/licenseServer'],
  ],
])('tells %s', (_, value, expected) => {
  expect(untold(inventoryOf({ ...base, ...value }))).toEqual(expected)
})

test('the farm of the tests leaves nothing out', () => {
  expect(untold(inventoryOf(aFarm()))).toEqual([])
})
