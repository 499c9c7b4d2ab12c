import type { Answer } from '../answer.ts'
import type { Value } from '../clixml/value.ts'
import { count, field, filledText, flag, textOf, textsOf } from '../read/fields.ts'
import { objectsOf, onlyRow } from '../read/rows.ts'
import {
  are,
  desktopCollection,
  fault,
  is,
  type Json,
  type Statement,
  type Step,
  sessionCollection,
} from '../statement.ts'
import { ofCollections } from './of-collections.ts'
import type { Source } from './source.ts'

/** Profile disks of a session collection (-UserProfileDisk). */
export const sessionProfileDisks: Source = {
  name: 'Get-RDSessionCollectionConfiguration',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDSessionHostCollectionUserProfileDiskProperties'],
  properties: ['EnableUserProfileDisk', 'DiskPath'],
  neverEmpty: 'every session collection has this setting',
  read: (answer) =>
    ofCollections(answer, (part, collection) =>
      onlyRow(part, 'EnableUserProfileDisk', (row) =>
        disks(sessionCollection(collection), row, 'EnableUserProfileDisk'),
      ),
    ),
}

/** User groups of a session collection (-UserGroup). */
export const sessionUserGroups: Source = {
  name: 'Get-RDSessionCollectionConfiguration',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDSessionHostCollectionUserGroupProperties'],
  properties: ['CollectionName', 'UserGroup'],
  neverEmpty: 'every session collection has this setting',
  read: (answer) =>
    ofCollections(answer, (part, collection) =>
      onlyRow(part, 'UserGroup', (row) =>
        is([...sessionCollection(collection), 'userGroups'], textsOf(field(row, 'UserGroup'))),
      ),
    ),
}

/** Profile disks of a virtual desktop collection (-UserProfileDisks). */
export const desktopProfileDisks: Source = {
  name: 'Get-RDVirtualDesktopCollectionConfiguration',
  about: 'collection',
  types: ['Microsoft.RemoteDesktopServices.Management.RDVirtualDesktopCollectionUserProfileDisksProperties'],
  properties: ['EnableUserProfileDisks', 'DiskPath'],
  neverEmpty: 'every virtual desktop collection has this setting',
  read: (answer) =>
    ofCollections(answer, (part, collection) =>
      onlyRow(part, 'EnableUserProfileDisks', (row) =>
        disks(desktopCollection(collection), row, 'EnableUserProfileDisks'),
      ),
    ),
}

/** User groups of a virtual desktop collection (-UserGroups): bare texts. */
export const desktopUserGroups: Source = {
  name: 'Get-RDVirtualDesktopCollectionConfiguration',
  about: 'collection',
  types: [],
  properties: ['UserGroups'],
  read: (answer) => {
    const { collection } = answer
    if (collection === undefined) return fault('it does not say which collection it is about')
    const groups = groupsOf(answer)
    return groups === undefined
      ? fault(`it holds no user groups, so that it is no output of ${answer.name} -UserGroups`)
      : is([...desktopCollection(collection), 'userGroups'], groups)
  },
}

function groupsOf({ values, status }: Answer): readonly string[] | undefined {
  // The other question of this name always has an answer, so that an empty one is about groups (docs/bundle.md).
  if (status === 'empty') return []
  const objects = objectsOf(values)
  const [first] = objects
  if (objects.length === 1 && field(first, 'UserGroups') !== undefined) return textsOf(field(first, 'UserGroups'))
  const texts = objects.map((object) => textOf(object))
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts : undefined
}

// Where profile disks are off, the cmdlets do not show the path and the size that they had (exports, section 1.1).
function disks(path: readonly Step[], row: Value, switchName: string): readonly Statement[] {
  const enabled = flag(field(row, switchName))
  if (enabled === undefined) return fault(`${switchName} in it is neither true nor false`)
  return are(
    [...path, 'profileDisks'],
    enabled ? { enabled, location: location(row), maxSizeGB: size(row) } : { enabled },
  )
}

function location(row: Value): Json | undefined {
  return filledText(field(row, 'DiskPath'))
}

function size(row: Value): number | undefined {
  return count(field(row, 'MaxUserProfileDiskSizeGB'))
}
