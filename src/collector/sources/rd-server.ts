import { field, textsOf } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { are, remark, serverEntry, whole } from '../statement.ts'
import type { Source } from './source.ts'

const roles = [
  'RDS-RD-SERVER',
  'RDS-VIRTUALIZATION',
  'RDS-CONNECTION-BROKER',
  'RDS-WEB-ACCESS',
  'RDS-GATEWAY',
  'RDS-LICENSING',
] as const

/** The servers of the deployment and their roles. */
export const rdServer: Source = {
  name: 'Get-RDServer',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.RDDeploymentServer'],
  properties: ['Server', 'Roles'],
  neverEmpty: 'a deployment has at least a connection broker',
  read: (answer) => [
    ...rows(answer, 'Server', (row) =>
      named(answer, row, 'Server', (name) => {
        const written = textsOf(field(row, 'Roles'))?.map((role) => role.toUpperCase())
        const strange = written?.find((role) => !roles.some((known) => known === role))
        if (strange !== undefined)
          return [
            ...are(serverEntry(name), { name }),
            ...remark(`the roles of ${name} are left unknown: ${JSON.stringify(strange)} is no role of this version`),
          ]
        return are(serverEntry(name), { name, roles: written && roles.filter((role) => written.includes(role)) })
      }),
    ),
    ...whole([], 'servers'),
  ],
}
