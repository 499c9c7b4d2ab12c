import { field, word } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { are, sessionCollection, whole } from '../statement.ts'
import { ofCollections } from './of-collections.ts'
import type { Source } from './source.ts'

/** The session hosts of a collection. */
export const sessionHosts: Source = {
  name: 'Get-RDSessionHost',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDServer'],
  properties: ['CollectionName', 'SessionHost', 'NewConnectionAllowed'],
  read: (answer) =>
    ofCollections(answer, (part, collection) => [
      ...rows(part, 'SessionHost', (row) =>
        named(part, row, 'SessionHost', (server) =>
          are([...sessionCollection(collection), { list: 'sessionHosts', name: server }], {
            server,
            newConnectionAllowed: word(field(row, 'NewConnectionAllowed'), ['Yes', 'NotUntilReboot', 'No'], {
              0: 'Yes',
              1: 'NotUntilReboot',
              2: 'No',
            }),
          }),
        ),
      ),
      ...whole(sessionCollection(collection), 'sessionHosts'),
    ]),
}
