import { field, filledText } from '../read/fields.ts'
import { objectsOf, onlyRow } from '../read/rows.ts'
import { is } from '../statement.ts'
import type { Source } from './source.ts'

/** The active management server. A broker that names none has no deployment (collector contract, "no deployment"). */
export const activeServer: Source = {
  name: 'Win32_RDMSEnvironment',
  about: 'deployment',
  types: [],
  properties: ['ServerName', 'ReturnValue'],
  read: (answer) =>
    objectsOf(answer.values).length === 0
      ? is(['deployment'], null)
      : onlyRow(answer, 'ServerName', (row) => {
          const name = filledText(field(row, 'ServerName'))
          return name === undefined ? is(['deployment'], null) : is(['deployment', 'activeManagementServer'], name)
        }),
}
