import { field, filledText } from '../read/fields.ts'
import { objectsOf, rows } from '../read/rows.ts'
import { is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The 64-bit ODBC drivers of a server. */
export const odbcDrivers: Source = {
  name: 'Get-OdbcDriver',
  about: 'server',
  types: ['MSFT_OdbcDriver'],
  properties: [],
  read: (answer) =>
    ofServers(answer, (part, path) => {
      const drivers = objectsOf(part.values)
        .filter((row) => (filledText(field(row, 'Platform')) ?? '64-bit') === '64-bit')
        .flatMap((row) => filledText(field(row, 'Name')) ?? [])
      return [...rows(part, 'Name', () => []), ...is([...path, 'odbcDrivers'], [...new Set(drivers)].sort())]
    }),
}
