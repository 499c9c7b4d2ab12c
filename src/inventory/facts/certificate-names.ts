import { restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { RoleCertificate } from '../inventory.ts'
import { fold } from '../names.ts'
import type { Fact } from './fact.ts'

/**
 * Whether the certificate of a role is valid for a DNS name. Alternative names win over the common name, which counts only
 * where there are none (docs/decisions/readings.md); a wildcard stands for exactly one label. Unknown where the names are not told.
 */
export function covers(certificate: RoleCertificate, name: string): Truth {
  const { subjectAlternateNames, subject } = certificate
  if (subjectAlternateNames === undefined) return unknown(certificate, 'subjectAlternateNames')
  if (subjectAlternateNames.some((pattern) => matches(pattern, name))) return true
  const rest = restOf(subjectAlternateNames)
  if (rest) return new Unknown(rest)
  if (subjectAlternateNames.length > 0) return false
  return subject === undefined ? unknown(certificate, 'subject') : matches(commonName(subject), name)
}

function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined) return false
  const [wanted, given] = [fold(pattern.trim()), fold(name)]
  if (!wanted.startsWith('*.')) return wanted === given
  const dot = given.indexOf('.')
  return dot > 0 && given.slice(dot) === wanted.slice(1)
}

/** The common name in a distinguished name as Windows writes it: the first, which is the most specific. */
function commonName(subject: string): string | undefined {
  const value = /(?:^|[,;+])\s*CN\s*=\s*(?:"([^"]*)"|([^,;+]*))/i.exec(subject)
  return value?.[1] ?? value?.[2]
}

export const certificateNameFacts: readonly Fact[] = [
  {
    name: 'covers',
    takes: ['RoleCertificate', 'string'],
    gives: 'bool',
    says: 'Whether the certificate of a role is valid for a DNS name: alternative names first, wildcards for one label.',
    of: (_: Estate, certificate: RoleCertificate, name: string) => covers(certificate, name),
  },
]
