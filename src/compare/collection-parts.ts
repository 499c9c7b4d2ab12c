import type { ProfileDisks, SessionCollection, VirtualDesktopCollection } from '../inventory/inventory.ts'
import type { ComparedKind } from '../model/comparison.ts'
import type { SameLocation } from './disk-places.ts'
import { type Identity, named, type Part, type Sight, sightOf } from './part.ts'
import { type ServerNames, type Side, sameServer } from './server-names.ts'
import { type Placed, told } from './told.ts'
import { trait } from './traits.ts'

/** What the parts of collections are known by. */
export interface Context {
  readonly names: ServerNames
  readonly isSameLocation: SameLocation
}

/** Gives the parts of one kind that a collection holds. */
export type View<C> = (collection: Placed<C>, side: Side, context: Context) => Sight

/** The session hosts of a collection; whether they take connections at the moment is no matter of the move. */
export const hosts: View<SessionCollection> = ({ value, pointer }, side, { names }) =>
  sightOfList(value.sessionHosts, `${pointer}/sessionHosts`, ({ server }) =>
    partOf('sessionHost', value.name, server, names[side](server)),
  )

/** The RemoteApp programs of a collection. */
export const remoteApps: View<SessionCollection> = ({ value, pointer }) =>
  sightOfList(value.remoteApps, `${pointer}/remoteApps`, ({ alias, displayName, path }) => ({
    ...partOf('remoteApp', value.name, alias, named(alias)),
    traits: { displayName: trait(displayName), path: trait(path) },
  }))

/** The groups that may use a collection. */
export const userGroups: View<SessionCollection | VirtualDesktopCollection> = ({ value, pointer }) =>
  sightOfList(value.userGroups, `${pointer}/userGroups`, (group) =>
    partOf('userGroup', value.name, group, named(group)),
  )

/** The virtual desktops of a collection; whether they run at the moment is no matter of the move. */
export const desktops: View<VirtualDesktopCollection> = ({ value, pointer }, side, { names }) =>
  sightOfList(value.virtualDesktops, `${pointer}/virtualDesktops`, ({ name, host }) => ({
    ...partOf('virtualDesktop', value.name, name, named(name)),
    traits: {
      host: trait(host, (later) =>
        host === undefined || typeof later !== 'string' ? false : sameServer(names[side](host), names.after(later)),
      ),
    },
  }))

/** The profile disks of a collection, where they are enabled. */
export const profileDisks: View<SessionCollection | VirtualDesktopCollection> = ({ value, pointer }, _, context) => {
  const { profileDisks: disks, name } = value
  const place = `${pointer}/profileDisks`
  if (disks === undefined) return sightOf([], false, place)
  if (disks === null || disks.enabled === false) return sightOf([], true, place)
  if (disks.enabled === undefined) return sightOf([], false, place)
  return sightOf([disksPart(disks, name, place, context)], true, place)
}

function disksPart(disks: ProfileDisks, name: string, pointer: string, { isSameLocation }: Context): Part {
  const { location, maxSizeGB, templatePresent, diskCount } = disks
  return {
    kind: 'profileDisks',
    name,
    pointer,
    ...named('profile disks'),
    traits: {
      location: trait(location, (later) =>
        typeof location === 'string' && typeof later === 'string'
          ? isSameLocation(location, later)
          : location === later,
      ),
      maxSizeGB: trait(maxSizeGB),
      templatePresent: trait(templatePresent),
      diskCount: trait(diskCount),
    },
  }
}

function partOf(kind: ComparedKind, holder: string, own: string, identity: Identity): Omit<Part, 'pointer'> {
  return { kind, name: `${holder}/${own}`, ...identity, traits: {} }
}

function sightOfList<T>(
  list: readonly T[] | undefined,
  pointer: string,
  part: (value: T) => Omit<Part, 'pointer'>,
): Sight {
  const { entries, isWhole } = told(list, pointer)
  return sightOf(
    entries.map((entry) => ({ ...part(entry.value), pointer: entry.pointer })),
    isWhole,
    pointer,
  )
}
