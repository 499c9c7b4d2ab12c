import { type ComparedKind, comparedKinds, comparedStatuses } from '../../src/model/comparison.ts'
import { kindNames, statusMeanings } from '../../src/report/compare/words.ts'
import { table } from './table.ts'

/** What a part of each kind is the same by, and which of its properties are compared. */
const kinds: Readonly<Record<ComparedKind, readonly [sameBy: string, compared: string]>> = {
  broker: ['server that holds the role, or is in the set', ''],
  highAvailability: ['the deployment', 'brokers of the set, client access name, database without its secrets'],
  sessionCollection: ['name, or the new name in the plan', 'alias, type'],
  sessionHost: ['collection and server', ''],
  remoteApp: ['collection and alias', 'display name, path'],
  virtualDesktopCollection: ['name', 'type'],
  virtualDesktop: ['collection and name', 'host'],
  userGroup: ['collection and group', ''],
  profileDisks: ['collection, where they are enabled', 'location, size limit, template, number of disks'],
  webAccess: ['server', 'machine keys by their hash, whether pages were changed'],
  gatewaySettings: [
    'the deployment',
    'mode, external name, logon method, cached credentials, bypass for local addresses',
  ],
  gateway: ['server', 'members of the farm'],
  connectionPolicy: ['gateway and name', 'whether it is on, computer group'],
  resourcePolicy: ['gateway and name', 'whether it is on, computer group and its type'],
  policyUserGroup: ['policy and group', ''],
  licensingMode: ['the deployment, where it is configured', 'mode'],
  licenseServer: ['server that the deployment lists', ''],
  keyPack: ['version, type and total, on the same server or its successor', ''],
  certificate: ['role, where one is configured', 'level, thumbprint, names, issuer, last day'],
}

/** The kinds of parts that a comparison knows, as a Markdown table. */
export function comparedKindTable(): string {
  return table(
    ['kind', 'what', 'is the same by', 'compared with it'],
    comparedKinds.map((kind) => [`\`${kind}\``, kindNames[kind], ...kinds[kind]]),
  )
}

/** What can become of a part, as a Markdown table. */
export function comparedStatusTable(): string {
  return table(
    ['status', 'it'],
    comparedStatuses.map((status) => [`\`${status}\``, statusMeanings[status]]),
  )
}
