import { field, filledText } from '../read/fields.ts'
import { named, rows } from '../read/rows.ts'
import { are, desktopCollection, whole } from '../statement.ts'
import { ofCollections } from './of-collections.ts'
import type { Source } from './source.ts'

/** The virtual desktop collections. */
export const virtualDesktopCollections: Source = {
  name: 'Get-RDVirtualDesktopCollection',
  about: 'deployment',
  types: ['Microsoft.RemoteDesktopServices.Management.RDVirtualDesktopCollection'],
  properties: ['CollectionName', 'PercentInUse', 'Type'],
  read: (answer) => [
    ...rows(answer, 'CollectionName', (row) =>
      named(answer, row, 'CollectionName', (name) =>
        are(desktopCollection(name), { name, type: filledText(field(row, 'Type')) }),
      ),
    ),
    ...whole(['deployment'], 'virtualDesktopCollections'),
  ],
}

/** The virtual desktops of a collection. */
export const virtualDesktops: Source = {
  name: 'Get-RDVirtualDesktop',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDVirtualDesktop'],
  properties: ['VirtualDesktopName', 'HostName', 'CollectionName'],
  read: (answer) =>
    ofCollections(answer, (part, collection) => [
      ...rows(part, 'VirtualDesktopName', (row) =>
        named(part, row, 'VirtualDesktopName', (name) =>
          are([...desktopCollection(collection), { list: 'virtualDesktops', name }], {
            name,
            host: filledText(field(row, 'HostName')),
            state: filledText(field(row, 'State')),
          }),
        ),
      ),
      ...whole(desktopCollection(collection), 'virtualDesktops'),
    ]),
}
