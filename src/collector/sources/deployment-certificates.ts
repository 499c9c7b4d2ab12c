import type { Value } from '../clixml/value.ts'
import { readDate } from '../read/dates.ts'
import { field, filledText, textsOf, word } from '../read/fields.ts'
import { objectsOf, rows } from '../read/rows.ts'
import { told } from '../read/told.ts'
import { fault, is, remark, type Statement } from '../statement.ts'
import type { Source } from './source.ts'

const roles = ['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'] as const
const levels = ['NotConfigured', 'Untrusted', 'Trusted', 'Unknown'] as const

/** The certificates of the deployment: one for each role, also where none is configured. */
export const deploymentCertificates: Source = {
  name: 'Get-RDCertificate',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.Certificate'],
  properties: ['Role', 'Level', 'IssuedTo', 'ExpiresOn'],
  neverEmpty: 'a deployment has a certificate setting for each role',
  read: (answer) => {
    const objects = objectsOf(answer.values)
    const certificates = objects.map(certificateOf)
    const told = certificates.map(({ role }) => role)
    if (told.includes(undefined) || new Set(told).size !== told.length)
      return fault('a certificate in it has no role, or a role stands twice')
    return [
      ...rows(answer, 'Role', () => []),
      ...is(
        ['deployment', 'certificates'],
        roles.flatMap((role) => certificates.find((one) => one.role === role)?.facts ?? []),
      ),
      ...certificates.flatMap(({ remarks }) => remarks),
    ]
  },
}

function certificateOf(row: Value) {
  const role = word(field(row, 'Role'), roles, {
    1: 'RDGateway',
    2: 'RDWebAccess',
    4: 'RDRedirector',
    8: 'RDPublishing',
  })
  const { level, remarks } = levelOf(row, role)
  const expires = readDate(field(row, 'ExpiresOn'))
  const values = {
    role,
    level,
    thumbprint: filledText(field(row, 'Thumbprint')),
    subject: filledText(field(row, 'Subject')),
    subjectAlternateNames: textsOf(field(row, 'SubjectAlternateName')),
    issuedTo: filledText(field(row, 'IssuedTo')),
    issuedBy: filledText(field(row, 'IssuedBy')),
    expiresOn: expires && 'date' in expires ? expires.date : undefined,
  }
  const unread =
    expires && 'reason' in expires
      ? remark(`the day on which the certificate of ${role} expires is left unknown: ${expires.reason}`)
      : []
  return { role, facts: told(values), remarks: [...remarks, ...unread] }
}

// Level is a text of the server's language (exports, section 1.0); English has it with and without a space.
function levelOf(
  row: Value,
  role: string | undefined,
): { level?: (typeof levels)[number]; remarks: readonly Statement[] } {
  const text = filledText(field(row, 'Level'))
  if (text === undefined) return { remarks: [] }
  const level = levels.find((one) => one.toLowerCase() === text.replace(/\s/g, '').toLowerCase())
  if (level !== undefined) return { level, remarks: [] }
  const message = `the level ${JSON.stringify(text)} of the certificate of ${role} is a word of another language; it is told as Unknown`
  return { level: 'Unknown', remarks: remark(message) }
}
