import type { Value } from '../clixml/value.ts'
import { databaseServer, isOnlyName, readConnectionString } from '../read/connection-string.ts'
import { field, filledText, flag, textsOf, typesOf, word } from '../read/fields.ts'
import { objectsOf, onlyRow } from '../read/rows.ts'
import { are, is, type Json, remark, type Statement } from '../statement.ts'
import type { Source } from './source.ts'

const path = ['deployment', 'highAvailability'] as const

/** Broker high availability; a connection string is taken apart, and nothing of it is kept that could be a secret. */
export const highAvailability: Source = {
  name: 'Get-RDConnectionBrokerHighAvailability',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Common.RDCBHADetails'],
  properties: ['ConnectionBroker', 'ActiveManagementServer', 'ClientAccessName'],
  read: (answer) =>
    objectsOf(answer.values).length === 0
      ? is(path, null)
      : onlyRow(answer, 'ConnectionBroker', (row) => [
          ...are(path, {
            connectionBrokers: textsOf(field(row, 'ConnectionBroker')),
            activeManagementServer: filledText(field(row, 'ActiveManagementServer')),
            clientAccessName: filledText(field(row, 'ClientAccessName')),
          }),
          ...database(row),
        ]),
}

function database(row: Value): readonly Statement[] {
  const written = filledText(field(row, 'DatabaseConnectionString'))
  const parts = written === undefined ? undefined : readConnectionString(written)
  // The script has taken the string apart already, into properties that are made by hand in other bundles.
  const [driver, server, name] = ['DatabaseDriver', 'DatabaseServer', 'DatabaseName'].map((property) => {
    const text = filledText(field(row, property))
    return text === undefined || isOnlyName(text) ? text : null
  })
  const isDropped = (written !== undefined && parts === undefined) || [driver, server, name].includes(null)
  return [
    ...are([...path, 'database'], {
      driver: parts?.driver ?? driver ?? undefined,
      server: parts?.server ?? databaseServer(server ?? undefined),
      name: parts?.name ?? name ?? undefined,
      authentication: parts?.authentication ?? word(field(row, 'DatabaseAuthentication'), ['windows', 'sql']),
      filePath: filePath(row),
      secondary: secondary(row),
    }),
    ...(isDropped
      ? remark('the connection string of the broker database cannot be taken apart for certain; it was dropped')
      : []),
  ]
}

function filePath(row: Value): Json | undefined {
  const path = field(row, 'DatabaseFilePath')
  return path === null || path === '' ? null : filledText(path)
}

// The modules of 2012 and 2012 R2 know no second database (exports, section 1.1), and the script leaves the property out for them.
function secondary(row: Value): boolean | undefined {
  const said = flag(field(row, 'HasSecondaryConnectionString'))
  if (said !== undefined) return said
  const written = field(row, 'DatabaseSecondaryConnectionString')
  if (written !== undefined) return filledText(written) !== undefined
  const isOld = typesOf(row).some((type) => type.endsWith('.RDCBHADetails'))
  const isOfScript = ['DatabaseDriver', 'DatabaseServer', 'DatabaseName'].some((name) => field(row, name) !== undefined)
  return isOld || isOfScript ? false : undefined
}
