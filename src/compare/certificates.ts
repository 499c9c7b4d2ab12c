import type { Inventory, RoleCertificate } from '../inventory/inventory.ts'
import type { Compared, Inventories } from './inventories.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight } from './part.ts'
import { inside, type Placed, told } from './told.ts'
import { momentTrait, trait, whole } from './traits.ts'

/** Compares the certificates of the deployment, role by role. */
export function compareCertificates({ before, after }: Inventories): Compared {
  const later = certificatesOf(after)
  return { ...pair(certificatesOf(before).parts, later), later: later.parts }
}

const pointer = '/deployment/certificates'

function certificatesOf({ deployment }: Inventory): Sight {
  const { entries, isWhole } = told(
    inside(deployment, ({ certificates }) => certificates),
    pointer,
  )
  const doubtful = entries.filter(({ value }) => isConfigured(value) === undefined)
  const isDoubtful = ({ keys }: Part) => doubtful.some(({ value }) => keys.includes(value.role.toLowerCase()))
  return {
    parts: entries.filter(({ value }) => isConfigured(value)).map(partOf),
    lacks: (part) => isWhole && !isDoubtful(part),
    mayHide: isDoubtful,
    lookedFor: ({ name }) => entries.find(({ value }) => value.role === name)?.pointer ?? pointer,
  }
}

/** Whether a role has a certificate; undefined where that is not told. */
export function isConfigured({ level, thumbprint }: RoleCertificate): boolean | undefined {
  if (level !== undefined) return level !== 'NotConfigured'
  return thumbprint === undefined ? undefined : true
}

function partOf({ value, pointer }: Placed<RoleCertificate>): Part {
  const { role, level, thumbprint, subject, subjectAlternateNames, issuedTo, issuedBy, expiresOn } = value
  return {
    kind: 'certificate',
    name: role,
    pointer,
    ...named(role),
    traits: {
      level: trait(level),
      thumbprint: trait(thumbprint),
      subject: trait(subject),
      subjectAlternateNames: trait(whole(subjectAlternateNames)),
      issuedTo: trait(issuedTo),
      issuedBy: trait(issuedBy),
      expiresOn: momentTrait(expiresOn),
    },
  }
}
