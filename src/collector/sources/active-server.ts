import { field, textOf } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { is } from '../statement.ts'
import type { Source } from './source.ts'

/** The active management server. A broker with an empty one has no deployment (collector contract, "no deployment"); one that gives null tells nothing. */
export const activeServer: Source = {
  name: 'Win32_RDMSEnvironment',
  about: 'deployment',
  types: [],
  properties: ['ServerName', 'ReturnValue'],
  neverEmpty: 'a broker names its active server, or answers with an empty name',
  read: (answer) =>
    onlyRow(answer, 'ServerName', (row) => {
      const name = textOf(field(row, 'ServerName'))?.trim()
      return name === '' ? is(['deployment'], null) : is(['deployment', 'activeManagementServer'], name)
    }),
}
