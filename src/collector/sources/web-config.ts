import { field, filledText } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { is } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The hash of the machine keys of RD Web Access; generated keys have none that could be compared. */
export const webConfig: Source = {
  name: 'web.config',
  about: 'server',
  types: [],
  properties: ['MachineKey'],
  neverEmpty: 'the file always says where the machine keys come from',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'MachineKey', (row) => {
        const hash = filledText(field(row, 'MachineKeyHash'))
        const isHash = hash !== undefined && /^[\da-f]{64}$/i.test(hash)
        return is([...path, 'webAccess', 'machineKeyHash'], isHash ? hash.toLowerCase() : undefined)
      }),
    ),
}
