import type { Inventory, SessionCollection, VirtualDesktopCollection } from '../inventory/inventory.ts'
import { restOf } from '../model/incomplete-list.ts'
import { type Context, desktops, hosts, profileDisks, remoteApps, userGroups, type View } from './collection-parts.ts'
import { sameLocations } from './disk-places.ts'
import { findIn, indexBy } from './index-by.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { pair } from './pair.ts'
import { type Identity, named, type Part, sightOf, together } from './part.ts'
import { inside, type Placed, type Told, told } from './told.ts'
import { type Traits, trait } from './traits.ts'

/** Compares session collections with their hosts, RemoteApps, user groups and profile disks. */
export function compareSessionCollections(inventories: Inventories): Compared {
  return compareCollections<SessionCollection>(inventories, {
    kind: 'sessionCollection',
    pointer: '/deployment/sessionCollections',
    list: ({ deployment }) => inside(deployment, (one) => one.sessionCollections),
    identify: byPlan(inventories.before),
    traits: ({ alias, type }) => ({ alias: trait(alias), type: trait(type) }),
    views: [hosts, remoteApps, userGroups, profileDisks],
  })
}

/** Compares virtual desktop collections with their desktops, user groups and profile disks. */
export function compareDesktopCollections(inventories: Inventories): Compared {
  return compareCollections<VirtualDesktopCollection>(inventories, {
    kind: 'virtualDesktopCollection',
    pointer: '/deployment/virtualDesktopCollections',
    list: ({ deployment }) => inside(deployment, (one) => one.virtualDesktopCollections),
    identify: (name) => named(name),
    traits: ({ type }) => ({ type: trait(type) }),
    views: [desktops, userGroups, profileDisks],
  })
}

/** How collections of one kind are compared. */
interface Of<C> {
  readonly kind: 'sessionCollection' | 'virtualDesktopCollection'
  readonly pointer: string
  readonly list: (inventory: Inventory) => readonly C[] | null | undefined
  /** What an earlier collection is known by. */
  readonly identify: (name: string) => Identity
  readonly traits: (collection: C) => Traits
  /** What of a collection is compared with it. */
  readonly views: readonly View<C>[]
}

function compareCollections<C extends { readonly name: string }>(inventories: Inventories, of: Of<C>): Compared {
  const context = { names: inventories.names, isSameLocation: sameLocations(inventories) }
  const before = told(of.list(inventories.before), of.pointer)
  const after = told(of.list(inventories.after), of.pointer)
  const partOf = ({ value, pointer }: Placed<C>, identity: Identity): Part => {
    return { kind: of.kind, name: value.name, pointer, ...identity, traits: of.traits(value) }
  }
  const later = after.entries.map((entry) => partOf(entry, named(entry.value.name)))
  const own = pair(
    before.entries.map((entry) => partOf(entry, of.identify(entry.value.name))),
    sightOf(later, after.isWhole, of.pointer),
  )
  const views = of.views.map((view) => compareView(before, after, view, of, context))
  return both({ ...own, later }, ...views)
}

/** Compares the parts of one kind, collection by collection: those of an earlier one with those of what takes its place. */
function compareView<C extends { readonly name: string }>(
  before: Told<C>,
  after: Told<C>,
  view: View<C>,
  { identify, pointer }: Of<C>,
  context: Context,
): Compared {
  const later = after.entries.map((entry) => ({
    key: entry.value.name.toLowerCase(),
    sight: view(entry, 'after', context),
  }))
  const byName = indexBy(later, ({ key }) => [key])
  const pairs = before.entries.map((entry) => {
    const { keys, isUnclear } = identify(entry.value.name)
    const same = findIn(byName, keys).map(({ sight }) => sight)
    // A collection that nobody saw may hold what the others lack.
    const isSeen = !isUnclear && (after.isWhole || (same.length > 0 && keys.every((key) => byName.has(key))))
    return pair(
      view(entry, 'before', context).parts,
      together([...same, ...(same.length > 0 && isSeen ? [] : [sightOf([], isSeen, pointer)])]),
    )
  })
  return {
    items: pairs.flatMap(({ items }) => items),
    claimed: pairs.flatMap(({ claimed }) => claimed),
    later: later.flatMap(({ sight }) => sight.parts),
  }
}

/** The names of an earlier collection: its own and those of the new ones that the plan names. */
function byPlan({ migration }: Inventory): (name: string) => Identity {
  const moves = migration?.collections ?? []
  const isUnclear = restOf(moves) !== undefined
  const bySource = indexBy(moves, ({ source }) => [source.toLowerCase()])
  return (name) => {
    const destinations = findIn(bySource, [name.toLowerCase()]).map(({ destination }) => destination)
    return { ...named(...destinations, name), isUnclear }
  }
}
