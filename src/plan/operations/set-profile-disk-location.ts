import type { Estate } from '../../inventory/estate.ts'
import type { AnyCollection } from '../../inventory/facts/profile-disk-moves.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { desktopCollections, named, sessionCollections } from '../preconditions/collections.ts'
import { filesAreThere } from '../preconditions/disk-files.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeDesktopCollections, changeSessionCollection } from '../state/deployment.ts'
import { sameName } from '../state/names.ts'
import { replacedBy } from '../state/successors.ts'

/** Points a session or virtual desktop collection at another location of its profile disks. */
export const setProfileDiskLocation: Definition<Arguments['setProfileDiskLocation']> = {
  parameters: { collection: { kind: 'anyCollection' }, location: { kind: 'location' } },
  apply: (inventory, { collection, location }) =>
    changeDesktopCollections(
      changeSessionCollection(inventory, collection, (found) => pointedAt(inventory, found, location)),
      (found) => (sameName(found.name, collection) ? pointedAt(inventory, found, location) : found),
    ),
  violations: (estate, { collection, location }) => {
    const found = collectionOf(estate, collection)
    const exists = collectionExists(found, collection)
    if (found === undefined) return judge(exists)
    return judge(exists, filesAreThere(estate, found, collection, location))
  },
}

// Where disks were never set up, the collection is a new one: what the location does not tell is as in the one it replaces.
function pointedAt<T extends AnyCollection>(inventory: Inventory, collection: T, location: string): T {
  const disks = collection.profileDisks ?? replacedBy(inventory, collection.name)?.profileDisks
  return { ...collection, profileDisks: { ...disks, enabled: true, location } }
}

function collectionOf(estate: Estate, name: string): AnyCollection | Unknown | undefined {
  const found = [
    named<AnyCollection>(sessionCollections(estate), name),
    named<AnyCollection>(desktopCollections(estate), name),
  ]
  return found.find((one) => one !== undefined && !(one instanceof Unknown)) ?? found.find((one) => one !== undefined)
}
