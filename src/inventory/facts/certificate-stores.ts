import { incomplete, restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { type MissingFact, merge, Unknown, unknown } from '../../model/unknown.ts'
import { type Estate, once } from '../estate.ts'
import type { Server, StoreCertificate } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { serverOf } from './servers.ts'

/**
 * The entries of a certificate in the stores of all servers. Incomplete where a store is not told, and where no store shows
 * the certificate: then it is somewhere that nobody looked (docs/decisions/readings.md).
 */
export function copies(estate: Estate, thumbprint: string): readonly StoreCertificate[] {
  const { byThumbprint, missing } = stores(estate)
  const found = byThumbprint.get(foldThumbprint(thumbprint)) ?? []
  if (found.length > 0 || missing.length > 0) return incomplete([...found], missing)
  return incomplete<StoreCertificate>(
    [],
    [{ holder: estate.inventory, key: 'servers', name: `certificate ${thumbprint}` }],
  )
}

/** Whether the certificate store of a server shows a certificate. */
export function isInStore(estate: Estate, name: string, thumbprint: string): Truth {
  const server = serverOf(estate, name)
  if (server instanceof Unknown) return server
  if (server.certificates?.some((entry) => foldThumbprint(entry.thumbprint) === foldThumbprint(thumbprint))) return true
  const rest = missingIn(server)
  return rest.length > 0 ? new Unknown(rest) : false
}

/**
 * Whether a certificate may be used for server authentication: its usages name it, or it has none, which allows any use.
 * A thumbprint is taken over the whole certificate, so one store that tells the usages speaks for all.
 */
export function allowsServerAuthentication(estate: Estate, thumbprint: string): Truth {
  const found = copies(estate, thumbprint)
  const answers = found.map(authenticatesServers)
  if (answers.includes(false)) return false
  const rest = restOf(found)
  return answers.includes(true) || (merge(answers) ?? (rest ? new Unknown(rest) : true))
}

/** The usages of a certificate as the stores that tell them show them; unknown where none does. */
export function usages(estate: Estate, thumbprint: string): readonly string[] | Unknown {
  const found = copies(estate, thumbprint)
  const told = found.flatMap((certificate) => (certificate.enhancedKeyUsage ? [certificate.enhancedKeyUsage] : []))
  if (told.length > 0) return [...new Set(told.flat())]
  return new Unknown([...found.map((holder) => ({ holder, key: 'enhancedKeyUsage' })), ...(restOf(found) ?? [])])
}

interface Stores {
  readonly byThumbprint: ReadonlyMap<string, readonly StoreCertificate[]>
  readonly missing: readonly MissingFact[]
}

const stores = once((estate): Stores => {
  const byThumbprint = new Map<string, StoreCertificate[]>()
  const missing: MissingFact[] = [...(restOf(estate.servers) ?? [])]
  for (const server of estate.servers) {
    for (const fact of missingIn(server)) missing.push(fact)
    for (const certificate of server.certificates ?? []) {
      const thumbprint = foldThumbprint(certificate.thumbprint)
      const known = byThumbprint.get(thumbprint)
      if (known) known.push(certificate)
      else byThumbprint.set(thumbprint, [certificate])
    }
  }
  return { byThumbprint, missing }
})

function missingIn(server: Server): readonly MissingFact[] {
  if (server.certificates === undefined) return [{ holder: server, key: 'certificates' }]
  return restOf(server.certificates) ?? []
}

/** A thumbprint without case and spaces, and without the mark that the certificate dialog puts before it when it is copied. */
export function foldThumbprint(thumbprint: string): string {
  return thumbprint.replace(/[\s\u200e]+/g, '').toLowerCase()
}

const serverAuthentication = '1.3.6.1.5.5.7.3.1'

function authenticatesServers(certificate: StoreCertificate): Truth {
  const usages = certificate.enhancedKeyUsage
  if (usages === undefined) return unknown(certificate, 'enhancedKeyUsage')
  if (usages.includes(serverAuthentication)) return true
  const rest = restOf(usages)
  return rest ? new Unknown(rest) : usages.length === 0
}

export const certificateStoreFacts: readonly Fact[] = [
  {
    name: 'copies',
    takes: ['string'],
    gives: 'list(StoreCertificate)',
    says: 'The entries of a certificate, by its thumbprint, in the stores of all servers.',
    of: copies,
  },
  {
    name: 'inStore',
    takes: ['string', 'string'],
    gives: 'bool',
    says: 'Whether the certificate store of a server shows a certificate, by its thumbprint.',
    of: isInStore,
  },
  {
    name: 'allowsServerAuthentication',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether the usages of a certificate, by its thumbprint, allow server authentication.',
    of: allowsServerAuthentication,
  },
  {
    name: 'usages',
    takes: ['string'],
    gives: 'list(string)',
    says: 'The usages of a certificate, by its thumbprint, as the stores that tell them show them.',
    of: usages,
  },
]
