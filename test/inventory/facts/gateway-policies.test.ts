import { describe, expect, test } from 'vitest'
import { localGroupPolicies, localGroups } from '../../../src/inventory/facts/gateway-policies.ts'
import type { AuthorizationPolicy, ServerGateway } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'

const groupsOf = (gateway?: ServerGateway | null, name = 'RDG01.contoso.example') =>
  localGroups(anEstate({}), { name, ...(gateway === undefined ? {} : { gateway }) })
const connection = (...userGroups: string[]): AuthorizationPolicy => ({ name: 'CAP', kind: 'connection', userGroups })
const resource: AuthorizationPolicy = { name: 'RAP', kind: 'resource', userGroups: [] }
const admitting = (...userGroups: string[]) => groupsOf({ authorizationPolicies: [connection(...userGroups)] })

describe('localGroups', () => {
  test.each([
    'RDG01\\RDS Users',
    'rdg01\\RDS Users',
    'RDG01.contoso.example\\RDS Users',
    '.\\RDS Users',
    'BUILTIN\\Remote Desktop Users',
    'VORDEFINIERT\\Remotedesktopbenutzer',
    'Administrators@BUILTIN',
    'RDS Users@RDG01',
    'S-1-5-32-555',
  ])('%s is local', (group) => {
    const groups = admitting('CONTOSO\\Staff', group)
    expect(groups).toEqual([group])
    expect(restOf(groups)).toBeUndefined()
  })

  test.each([
    'CONTOSO\\RDS Users',
    'contoso.example\\RDS Users',
    'RDG02\\RDS Users',
    'RDS Users@contoso.example',
    'NT AUTHORITY\\Authenticated Users',
    'S-1-1-0',
    'S-1-5-11',
  ])('%s is not', (group) => {
    const groups = admitting(group)
    expect(groups).toEqual([])
    expect(restOf(groups)).toBeUndefined()
  })

  test.each(['RDS Users', 'S-1-5-21-1004336348-1177238915-682003330-513'])('%s may be local or not', (group) => {
    const policy = connection(group)
    const groups = groupsOf({ authorizationPolicies: [policy] })
    expect(groups).toEqual([])
    expect(restOf(groups)).toEqual([{ holder: policy, key: 'userGroups', name: group }])
  })

  test('a gateway with a long name is known by the first 15 characters', () => {
    const authorizationPolicies = [connection('NORTHWIND-GATEW\\RDS Users')]
    expect(groupsOf({ authorizationPolicies }, 'northwind-gateway01.northwind.example')).toHaveLength(1)
  })

  test('names a group of several policies once', () => {
    const authorizationPolicies = [connection('RDG01\\RDS Users'), { ...resource, userGroups: ['RDG01\\RDS Users'] }]
    expect(
      groupsOf({ authorizationPolicies: authorizationPolicies.map((one) => ({ computerGroupType: 'any', ...one })) }),
    ).toEqual(['RDG01\\RDS Users'])
  })

  test.each([
    ['a local security group', { computerGroup: 'RDG01\\Hosts', computerGroupType: 'securityGroup' }, ['RDG01\\Hosts']],
    ['a security group of the domain', { computerGroup: 'CONTOSO\\Hosts', computerGroupType: 'securityGroup' }, []],
    ['a group that the gateway manages', { computerGroup: 'RDG01\\Hosts', computerGroupType: 'managed' }, []],
    ['a managed group without a name', { computerGroupType: 'managed' }, []],
    ['any computer', { computerGroupType: 'any' }, []],
    ['a group of the domain of any type', { computerGroup: 'CONTOSO\\Hosts' }, []],
    ['computers of a connection policy', { kind: 'connection', computerGroup: 'RDG01\\Clients' }, []],
  ] as const)('%s decides', (_, changes, expected) => {
    const groups = groupsOf({ authorizationPolicies: [{ ...resource, ...changes }] })
    expect(groups).toEqual(expected)
    expect(restOf(groups)).toBeUndefined()
  })

  test.each([
    ['its type', { computerGroup: 'RDG01\\Hosts' }, { key: 'computerGroupType', name: 'RDG01\\Hosts' }],
    ['type and name', {}, { key: 'computerGroupType' }],
    ['its name', { computerGroupType: 'securityGroup' }, { key: 'computerGroup' }],
  ] as const)('a computer group without %s is known in part', (_, changes, missing) => {
    const policy: AuthorizationPolicy = { ...resource, ...changes }
    const groups = groupsOf({ authorizationPolicies: [policy] })
    expect(groups).toEqual([])
    expect(restOf(groups)).toEqual([{ holder: policy, ...missing }])
  })

  test('knows a local group beside policies and groups that are not told', () => {
    const [rest, restOfGroups] = [{ holder: {} }, { holder: {} }]
    const untold: AuthorizationPolicy = { name: 'CAP 2', kind: 'connection' }
    const partly = { ...connection(), userGroups: incomplete(['.\\RDS Users'], [restOfGroups]) }
    const groups = groupsOf({ authorizationPolicies: incomplete([untold, partly], [rest]) })
    expect(groups).toEqual(['.\\RDS Users'])
    expect(restOf(groups)).toEqual([rest, { holder: untold, key: 'userGroups' }, restOfGroups])
  })

  test('a gateway section of null has no policies; one that is not told may have', () => {
    expect(restOf(groupsOf(null))).toBeUndefined()
    expect(restOf(groupsOf())).toEqual([{ holder: { name: 'RDG01.contoso.example' }, key: 'gateway' }])
    expect(restOf(groupsOf({}))).toEqual([{ holder: {}, key: 'authorizationPolicies' }])
  })
})

test('localGroupPolicies says of each policy whether it is about connections or resources', () => {
  const admin = 'BUILTIN\\Administrators'
  const authorizationPolicies: readonly AuthorizationPolicy[] = [
    { name: 'Staff', kind: 'connection', userGroups: [admin] },
    { name: 'Partners', kind: 'connection', userGroups: ['CONTOSO\\Partners'] },
    { name: 'Hosts', kind: 'resource', userGroups: [], computerGroup: admin, computerGroupType: 'securityGroup' },
    { name: 'Untold', kind: 'resource' },
  ]
  const folders = ['RDS:\\GatewayServer\\CAP\\Staff', 'RDS:\\GatewayServer\\RAP\\Hosts']
  const estate = anEstate({})
  expect(localGroupPolicies(estate, { name: 'RDG01', gateway: { authorizationPolicies } })).toEqual(folders)
  expect(localGroupPolicies(estate, { name: 'RDG01', gateway: null })).toEqual([])
})
