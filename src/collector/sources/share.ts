import { field, textsOf } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { fault } from '../statement.ts'
import type { Source } from './source.ts'

/** Names of the files below a location of profile disks, without the account ids that were in them. */
export const share: Source = {
  name: 'Share',
  about: 'collection',
  types: [],
  properties: ['Location', 'Files'],
  neverEmpty: 'a listing names its location',
  read: (answer) =>
    rows(answer, 'Location', (row) =>
      named(answer, row, 'Location', (location) => {
        const files = textsOf(field(row, 'Files'))
        return files === undefined
          ? fault('a file of the listing has no name')
          : [{ kind: 'listing', location, files: [...files].sort() }]
      }),
    ),
}
