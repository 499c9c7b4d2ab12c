import { field, textsOf, word } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { are } from '../statement.ts'
import type { Source } from './source.ts'

/** Licensing mode and licence servers of the deployment. */
export const licensing: Source = {
  name: 'Get-RDLicenseConfiguration',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.LicensingSetting'],
  properties: ['Mode', 'LicenseServer'],
  neverEmpty: 'a deployment always has this setting',
  read: (answer) =>
    onlyRow(answer, 'Mode', (row) =>
      are(['deployment', 'licensing'], {
        mode: word(field(row, 'Mode'), ['PerUser', 'PerDevice', 'NotConfigured'], {
          2: 'PerDevice',
          4: 'PerUser',
          5: 'NotConfigured',
        }),
        servers: textsOf(field(row, 'LicenseServer')),
      }),
    ),
}
