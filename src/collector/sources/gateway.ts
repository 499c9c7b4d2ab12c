import type { Value } from '../clixml/value.ts'
import { field, filledText, flag, textOf, textsOf, word } from '../read/fields.ts'
import { named, objectsOf, onlyRow, rows } from '../read/rows.ts'
import { are, is, type Statement, type Step, whole } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** Whether a gateway asks clients for a statement of health. */
export const gatewaySettings: Source = {
  name: 'Win32_TSGatewayServerSettings',
  about: 'server',
  types: ['Win32_TSGatewayServerSettings'],
  properties: ['RequestSOH'],
  neverEmpty: 'the class has one object on every gateway',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'RequestSOH', (row) => [
        ...is([...path, 'gateway'], {}),
        ...is([...path, 'gateway', 'networkAccessProtection'], flag(field(row, 'RequestSOH'))),
      ]),
    ),
}

/** The members of a gateway's farm. */
export const gatewayFarm: Source = {
  name: 'Win32_TSGatewayLoadBalancer',
  about: 'server',
  types: ['Win32_TSGatewayLoadBalancer'],
  properties: [],
  read: (answer) =>
    ofServers(answer, (part, path) => {
      const members = objectsOf(part.values).flatMap((row) => filledText(field(row, 'Name')) ?? [])
      return [...rows(part, 'Name', () => []), ...is([...path, 'gateway', 'farmMembers'], [...new Set(members)].sort())]
    }),
}

/** The connection authorization policies of a gateway. */
export const connectionPolicies: Source = {
  name: 'Win32_TSGatewayConnectionAuthorizationPolicy',
  about: 'server',
  types: ['Win32_TSGatewayConnectionAuthorizationPolicy'],
  properties: ['Name', 'UserGroupNames', 'ComputerGroupNames'],
  read: (answer) =>
    ofServers(answer, (part, path) => [
      ...rows(part, 'Name', (row) =>
        named(part, row, 'Name', (name) =>
          policy(path, 'connection', name, row, filledText(field(row, 'ComputerGroupNames'))),
        ),
      ),
      ...whole([...path, 'gateway'], 'authorizationPolicies'),
    ]),
}

/** The resource authorization policies of a gateway. */
export const resourcePolicies: Source = {
  name: 'Win32_TSGatewayResourceAuthorizationPolicy',
  about: 'server',
  types: ['Win32_TSGatewayResourceAuthorizationPolicy'],
  properties: ['Name', 'UserGroupNames', 'ResourceGroupName'],
  read: (answer) =>
    ofServers(answer, (part, path) => [
      ...rows(part, 'Name', (row) =>
        named(part, row, 'Name', (name) =>
          policy(path, 'resource', name, row, filledText(field(row, 'ResourceGroupName'))),
        ),
      ),
      ...whole([...path, 'gateway'], 'authorizationPolicies'),
    ]),
}

function policy(
  path: readonly Step[],
  kind: 'connection' | 'resource',
  name: string,
  row: Value,
  computerGroup: string | undefined,
): readonly Statement[] {
  return are([...path, 'gateway', { list: 'authorizationPolicies', name: `${kind} ${name}` }], {
    name,
    kind,
    enabled: flag(field(row, 'Enabled')),
    userGroups: groups(field(row, 'UserGroupNames')),
    computerGroup,
    computerGroupType: kind === 'resource' ? groupType(row) : undefined,
  })
}

// The classes write lists as texts with semicolons (exports, section 4).
function groups(value: Value | undefined): readonly string[] | undefined {
  const text = textOf(value)
  if (text === undefined) return textsOf(value)
  return text
    .split(';')
    .map((group) => group.trim())
    .filter((group) => group !== '')
}

// ResourceGroupType: RG a group that the gateway manages, CG one of Active Directory or of the machine, ALL any computer.
function groupType(row: Value) {
  const type = word(field(row, 'ResourceGroupType'), ['RG', 'CG', 'ALL'])
  return type && ({ RG: 'managed', CG: 'securityGroup', ALL: 'any' } as const)[type]
}
