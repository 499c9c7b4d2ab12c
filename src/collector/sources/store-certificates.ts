import type { Value } from '../clixml/value.ts'
import { readDate } from '../read/dates.ts'
import { field, filledText, flag, listOf, textsOf } from '../read/fields.ts'
import { objectsOf, rows } from '../read/rows.ts'
import { by, told } from '../read/told.ts'
import { fault, is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The certificates in the computer's own store. */
export const storeCertificates: Source = {
  name: 'Cert:\\LocalMachine\\My',
  about: 'server',
  types: ['System.Security.Cryptography.X509Certificates.X509Certificate2'],
  properties: ['Thumbprint', 'NotAfter', 'HasPrivateKey'],
  read: (answer) =>
    ofServers(answer, (part, path) => {
      const certificates = objectsOf(part.values).map(certificateOf)
      if (certificates.some(({ thumbprint }) => thumbprint === undefined))
        return fault('a certificate in it has no thumbprint')
      return [
        ...rows(part, 'Thumbprint', () => []),
        ...is([...path, 'certificates'], certificates.map(told).sort(by('thumbprint'))),
      ]
    }),
}

function certificateOf(row: Value) {
  return {
    thumbprint: filledText(field(row, 'Thumbprint')),
    subject: filledText(field(row, 'Subject')),
    dnsNames: dnsNames(row),
    notBefore: dateOf(row, 'NotBefore'),
    notAfter: dateOf(row, 'NotAfter'),
    hasPrivateKey: flag(field(row, 'HasPrivateKey')),
    privateKeyExportable: flag(field(row, 'PrivateKeyExportable')),
    enhancedKeyUsage: usages(row),
  }
}

function dnsNames(row: Value): readonly string[] | undefined {
  return textsOf(field(row, 'DnsNames')) ?? objectTexts(field(row, 'DnsNameList'), ['Punycode', 'Unicode'])
}

function usages(row: Value): readonly string[] | undefined {
  const told = textsOf(field(row, 'EnhancedKeyUsage')) ?? objectTexts(field(row, 'EnhancedKeyUsageList'), ['ObjectId'])
  return told?.every((usage) => /^\d+(?:\.\d+)+$/.test(usage)) ? told : undefined
}

// The lists that the provider adds hold objects, whose text or property is what they mean.
function objectTexts(value: Value | undefined, properties: readonly string[]): readonly string[] | undefined {
  const texts = listOf(value)?.map((item) => {
    const found = properties.map((property) => filledText(field(item, property))).find((text) => text !== undefined)
    return found ?? filledText(item)
  })
  return texts?.every((text) => text !== undefined) ? texts : undefined
}

function dateOf(row: Value, property: string): string | undefined {
  const read = readDate(field(row, property))
  return read && 'date' in read ? read.date : undefined
}
