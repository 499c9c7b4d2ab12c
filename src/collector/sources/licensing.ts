import { field, textsOf, word } from '../read/fields.ts'
import { objectsOf, onlyRow } from '../read/rows.ts'
import { are, fault } from '../statement.ts'
import type { Source } from './source.ts'

/** Licensing mode and licence servers of the deployment. */
export const licensing: Source = {
  name: 'Get-RDLicenseConfiguration',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.LicensingSetting'],
  properties: ['Mode', 'LicenseServer'],
  read: (answer) =>
    objectsOf(answer.values).length === 0
      ? fault('a deployment always has this setting, but the answer holds none')
      : onlyRow(answer, 'Mode', (row) =>
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
