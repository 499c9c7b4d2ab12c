import { parsePath } from '../inventory/paths.ts'
import type { Told } from './merge.ts'
import type { Listing, NamedList, Step } from './statement.ts'
import type { Tree } from './tree.ts'

/** Says of each collection whose profile disks lie at a listed location how many there are, and whether the template is there. */
export function listingStatements(tree: Tree, told: readonly Told[]): readonly Told[] {
  const listings = told.flatMap(({ statement, origin }) =>
    statement.kind === 'listing' ? [{ ...statement, origin }] : [],
  )
  const deployment = tree.children.get('deployment')
  return lists.flatMap((list) =>
    [...(deployment?.lists.get(list)?.entries.values() ?? [])].flatMap(({ name, tree: collection }) => {
      const disks = collection.children.get('profileDisks')
      const location = disks?.children.get('location')?.leaf?.value
      const listing = listings.find((one) => typeof location === 'string' && isSamePlace(one.location, location))
      if (!listing) return []
      const path: readonly Step[] = ['deployment', { list, name }, 'profileDisks']
      return [
        {
          statement: { kind: 'is', path: [...path, 'templatePresent'], value: hasTemplate(listing) },
          origin: listing.origin,
        },
        { statement: { kind: 'is', path: [...path, 'diskCount'], value: disksIn(listing) }, origin: listing.origin },
      ] as const
    }),
  )
}

/** Whether two paths are the same by their texts, as Windows compares them. */
export function isSamePlace(one: string, other: string): boolean {
  return JSON.stringify(parsePath(one)) === JSON.stringify(parsePath(other))
}

const lists = ['sessionCollections', 'virtualDesktopCollections'] as const satisfies readonly NamedList[]

// One folder belongs to one collection, and its disks lie directly in it (exports, section 2.5).
function disksIn({ files }: Listing): number {
  return files.filter((file) => /^UVHD-(?!template\.)[^\\/]+\.vhdx?$/i.test(file)).length
}

function hasTemplate({ files }: Listing): boolean {
  return files.some((file) => /^UVHD-template\.vhdx?$/i.test(file))
}
