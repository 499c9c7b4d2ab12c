import { field, filledText } from '../read/fields.ts'
import { objectsOf, rows } from '../read/rows.ts'
import { by, told } from '../read/told.ts'
import { fault, is, sessionCollection } from '../statement.ts'
import { ofCollections } from './of-collections.ts'
import type { Source } from './source.ts'

/** The RemoteApp programs of a collection, without their command lines. */
export const remoteApps: Source = {
  name: 'Get-RDRemoteApp',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RemoteApp'],
  properties: ['Alias', 'DisplayName', 'FilePath'],
  read: (answer) =>
    ofCollections(answer, (part, collection) => {
      const apps = objectsOf(part.values).map((row) => ({
        alias: filledText(field(row, 'Alias')),
        displayName: filledText(field(row, 'DisplayName')),
        path: filledText(field(row, 'FilePath')),
      }))
      if (apps.some(({ alias }) => alias === undefined)) return fault('a RemoteApp in it has no alias')
      return [
        ...rows(part, 'Alias', () => []),
        ...is([...sessionCollection(collection), 'remoteApps'], apps.map(told).sort(by('alias'))),
      ]
    }),
}
