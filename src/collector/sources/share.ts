import { field, textsOf } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { fault } from '../statement.ts'
import type { Source } from './source.ts'

/** Names of the files below a location of profile disks; a listing that still names accounts is none of the script's, and is not read. */
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
        if (files === undefined) return fault('a file of the listing has no name')
        if (files.some(namesAccount))
          return fault(
            'a file of the listing names an account; list the folder with the script, which replaces accounts',
          )
        return [{ kind: 'listing', location, files: [...files].sort() }]
      }),
    ),
}

// Ids of accounts, and the names of users that FSLogix writes; the script leaves 16 digits of a hash in their place.
function namesAccount(file: string): boolean {
  return /S-1-\d+(?:-\d+)+/i.test(file) || /(?:^|[\\/])(?:Profile|ODFC)_(?![\da-f]{16}\.)[^\\/]+\.vhdx?$/i.test(file)
}
