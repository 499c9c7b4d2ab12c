import type { Estate } from '../../inventory/estate.ts'
import { copies, foldThumbprint } from '../../inventory/facts/certificate-stores.ts'
import type { CertificateRole, Inventory, RoleCertificate, StoreCertificate } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { some, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeDeployment } from '../state/deployment.ts'
import { inPlaceOf, knownInPart } from '../state/lists.ts'

/** Configures the certificate of a role: the one that is named, else the one that the plan names, else one that nobody told. */
export const setCertificate: Definition<Arguments['setCertificate']> = {
  parameters: { role: { kind: 'certificateRole' }, thumbprint: { kind: 'thumbprint', isOptional: true } },
  apply: (inventory, { role, thumbprint = plannedFor(inventory, role) }) =>
    changeDeployment(inventory, (deployment) => {
      const { certificates } = deployment
      const bound = boundTo(inventory, role, thumbprint)
      const list = certificates?.some((entry) => entry.role === role)
        ? certificates.map((entry) => (entry.role === role ? bound : entry))
        : [...(certificates ?? []), bound]
      return { ...deployment, certificates: certificates ? inPlaceOf(certificates, list) : knownInPart(list) }
    }),
  violations: (estate, { role, thumbprint = plannedFor(estate.inventory, role) }) =>
    judge({
      holds: thumbprint === undefined ? notPlanned(estate.inventory, role) : hasPrivateKey(estate, thumbprint),
      rule: 'certificate-private-key-missing',
      violated: () => `No server holds the private key of the certificate ${thumbprint} for ${role}.`,
      question: `whether a server holds the private key of the certificate for ${role}`,
    }),
}

function plannedFor({ migration }: Inventory, role: CertificateRole): string | undefined {
  return migration?.certificates?.find((choice) => choice.role === role)?.thumbprint
}

function notPlanned(inventory: Inventory, role: CertificateRole): Unknown {
  return inventory.migration
    ? unknown(inventory.migration, 'certificates', `certificate for ${role}`)
    : unknown(inventory, 'migration', `certificate for ${role}`)
}

function hasPrivateKey(estate: Estate, thumbprint: string): Truth {
  const found = copies(estate, thumbprint)
  const rest = restOf(found)
  const keys = found.map((copy) => copy.hasPrivateKey ?? unknown(copy, 'hasPrivateKey'))
  return some([...keys, ...(rest ? [new Unknown(rest)] : [])])
}

function boundTo(inventory: Inventory, role: CertificateRole, thumbprint: string | undefined): RoleCertificate {
  if (thumbprint === undefined) return { role, level: 'Trusted' }
  const shown = (inventory.deployment?.certificates ?? []).filter((entry) => isSame(entry.thumbprint, thumbprint))
  const bound = shown.find(({ level }) => level !== undefined) ?? shown[0]
  // Where nobody told whether clients trust it, setting it anew tells no more.
  if (bound) return { ...bound, role, ...(bound.level === 'NotConfigured' ? { level: 'Trusted' } : {}) }
  return { role, level: 'Trusted', thumbprint, ...shownBy(storeEntry(inventory, thumbprint)) }
}

function storeEntry({ servers = [] }: Inventory, thumbprint: string): StoreCertificate | undefined {
  for (const { certificates = [] } of servers) {
    const found = certificates.find((entry) => isSame(entry.thumbprint, thumbprint))
    if (found) return found
  }
  return undefined
}

/** What the store tells of a certificate that a role shows too. */
function shownBy(certificate: StoreCertificate | undefined): Partial<RoleCertificate> {
  const { subject, dnsNames, notAfter } = certificate ?? {}
  return {
    ...(subject !== undefined && { subject }),
    ...(dnsNames && { subjectAlternateNames: dnsNames }),
    ...(notAfter !== undefined && { expiresOn: notAfter }),
  }
}

function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && foldThumbprint(one) === foldThumbprint(other)
}
