import { count, field, filledText, word } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { are } from '../statement.ts'
import { languageTag } from './language.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** The operating system of a server. */
export const operatingSystem: Source = {
  name: 'Win32_OperatingSystem',
  about: 'server',
  types: ['Win32_OperatingSystem'],
  properties: ['Version', 'ProductType'],
  neverEmpty: 'every machine has an operating system',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'Version', (row) =>
        are([...path, 'operatingSystem'], {
          version: filledText(field(row, 'Version')),
          productType: Number(word(field(row, 'ProductType'), ['1', '2', '3'])) || undefined,
          sku: count(field(row, 'OperatingSystemSKU')),
          language: languageTag(field(row, 'OSLanguage'), field(row, 'Language')),
          caption: filledText(field(row, 'Caption')),
        }),
      ),
    ),
}
