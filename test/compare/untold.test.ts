import { expect, test } from 'vitest'
import { untold } from '../../src/compare/untold.ts'
import { aFarm } from '../support/a-farm.ts'
import { inventoryOf } from '../support/comparing.ts'

const base = { schemaVersion: 1 }
const whole = { highAvailability: null, gateway: null, licensing: null, certificates: [] }
const deployment = { ...whole, sessionCollections: [], virtualDesktopCollections: [] }
const hostless = { sessionHosts: [], remoteApps: [], userGroups: [] }

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
    'whether there are profile disks, and where',
    {
      deployment: {
        ...deployment,
        sessionCollections: [
          { ...hostless, name: 'Sales', profileDisks: {} },
          { ...hostless, name: 'Finance', profileDisks: { enabled: true } },
          { ...hostless, name: 'Plant', profileDisks: { enabled: false } },
        ],
      },
      servers: [],
    },
    ['/deployment/sessionCollections/0/profileDisks/enabled', '/deployment/sessionCollections/1/profileDisks/location'],
  ],
  [
    'whether a role has a certificate',
    {
      deployment: {
        ...deployment,
        certificates: [{ role: 'RDGateway' }, { role: 'RDWebAccess', level: 'NotConfigured' }],
      },
      servers: [],
    },
    ['/deployment/certificates/0/level'],
  ],
  [
    'who is in the set of brokers and in the farm of a gateway, and what a Web Access server holds',
    {
      deployment: { ...deployment, highAvailability: {} },
      servers: [
        { name: 'RDGW01', roles: ['RDS-GATEWAY'], gateway: { authorizationPolicies: [] } },
        { name: 'RDWA01', roles: ['RDS-WEB-ACCESS'] },
      ],
    },
    ['/deployment/highAvailability/connectionBrokers', '/servers/0/gateway/farmMembers', '/servers/1/webAccess'],
  ],
  [
    'whom a policy admits',
    {
      deployment,
      servers: [
        {
          name: 'A',
          roles: [],
          gateway: { farmMembers: [], authorizationPolicies: [{ name: 'Staff', kind: 'connection' }] },
        },
      ],
    },
    ['/servers/0/gateway/authorizationPolicies/0/userGroups'],
  ],
  [
    'lists that are known in part only',
    { deployment, servers: [], collection: { incomplete: ['/servers', '/deployment/sessionCollections'] } },
    ['/deployment/sessionCollections', '/servers'],
  ],
  [
    'what servers lack for their roles',
    {
      deployment,
      servers: [{ name: 'A' }, { name: 'B', roles: ['RDS-GATEWAY', 'RDS-LICENSING'], gateway: { farmMembers: [] } }],
    },
    ['/servers/0/roles', '/servers/1/gateway/authorizationPolicies', '/servers/1/licenseServer'],
  ],
])('tells %s', (_, value, expected) => {
  expect(untold(inventoryOf({ ...base, ...value }))).toEqual(expected)
})

test('the farm of the tests leaves nothing out', () => {
  expect(untold(inventoryOf(aFarm()))).toEqual([])
})
