import { field, filledText } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { are, sessionCollection, whole } from '../statement.ts'
import type { Source } from './source.ts'

/** The session collections. */
export const sessionCollections: Source = {
  name: 'Get-RDSessionCollection',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.RDSessionCollection'],
  properties: ['CollectionName', 'CollectionAlias', 'ResourceType'],
  read: (answer) => [
    ...rows(answer, 'CollectionName', (row) =>
      named(answer, row, 'CollectionName', (name) =>
        are(sessionCollection(name), {
          name,
          alias: filledText(field(row, 'CollectionAlias')),
          type: filledText(field(row, 'CollectionType')),
        }),
      ),
    ),
    ...whole(['deployment'], 'sessionCollections'),
  ],
}
