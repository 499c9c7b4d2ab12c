import { field, filledText } from '../read/fields.ts'
import { objectsOf, onlyRow } from '../read/rows.ts'
import { fault, is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The hash of the machine keys of RD Web Access; generated keys have none that could be compared. */
export const webConfig: Source = {
  name: 'web.config',
  about: 'server',
  types: [],
  properties: ['MachineKey'],
  read: (answer) =>
    ofServers(answer, (part, path) =>
      objectsOf(part.values).length === 0
        ? fault('the file always says where the machine keys come from, but the answer holds nothing')
        : onlyRow(part, 'MachineKey', (row) => {
            const hash = filledText(field(row, 'MachineKeyHash'))
            const isHash = hash !== undefined && /^[\da-f]{64}$/i.test(hash)
            return is([...path, 'webAccess', 'machineKeyHash'], isHash ? hash.toLowerCase() : undefined)
          }),
    ),
}
