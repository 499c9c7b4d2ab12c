/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A step into an inventory: a property, or the entry of a list by its name. */
export type Step = string | Entry

/** An entry of a list whose entries have names. */
export interface Entry {
  readonly list: NamedList
  readonly name: string
}

/** The lists whose entries are put together from several sources. */
export type NamedList =
  | 'servers'
  | 'sessionCollections'
  | 'virtualDesktopCollections'
  | 'sessionHosts'
  | 'virtualDesktops'
  | 'virtualMachines'
  | 'authorizationPolicies'

/**
 * What a source says: that something has a value; that the entries told of a list are all it has as far as this source goes;
 * what a property of all other entries of a list is; how many sessions there are; which files a location holds; a remark for
 * whoever collects; or a fault, which makes the whole source a failed one.
 */
export type Statement =
  | { readonly kind: 'is'; readonly path: readonly Step[]; readonly value: Json }
  | { readonly kind: 'whole'; readonly path: readonly Step[]; readonly list: NamedList }
  | {
      readonly kind: 'others'
      readonly path: readonly Step[]
      readonly list: NamedList
      readonly property: string
      readonly value: Json
    }
  | SessionCounts
  | Listing
  | { readonly kind: 'remark' | 'fault'; readonly message: string }

/** The sessions of hosts; of one collection only, where one is named. */
export interface SessionCounts {
  readonly kind: 'sessions'
  readonly collection?: string
  readonly hosts: ReadonlyMap<string, { readonly active: number; readonly disconnected: number }>
  /** Whether a host that is not named has none. */
  readonly namesAll: boolean
}

/** The files below a location of profile disks, as paths relative to it. */
export interface Listing {
  readonly kind: 'listing'
  readonly location: string
  readonly files: readonly string[]
}

/** Says that a part of the inventory has a value; undefined says nothing. */
export function is(path: readonly Step[], value: Json | undefined): readonly Statement[] {
  return value === undefined ? [] : [{ kind: 'is', path, value }]
}

/** Says of each property that is told what it is; where none is, only that the part exists. */
export function are(
  path: readonly Step[],
  values: { readonly [name: string]: Json | undefined },
): readonly Statement[] {
  const told = Object.entries(values).flatMap(([name, value]) => is([...path, name], value))
  return told.length > 0 ? told : is(path, {})
}

/** Says that the entries told of a list are all that it has. */
export function whole(path: readonly Step[], list: NamedList): readonly Statement[] {
  return [{ kind: 'whole', path, list }]
}

/** Says something to whoever collects. */
export function remark(message: string): readonly Statement[] {
  return [{ kind: 'remark', message }]
}

/** Says that the source cannot be used. */
export function fault(message: string): readonly Statement[] {
  return [{ kind: 'fault', message }]
}

/** The entry of a server. */
export function serverEntry(name: string): readonly Step[] {
  return [{ list: 'servers', name }]
}

/** The entry of a session collection. */
export function sessionCollection(name: string): readonly Step[] {
  return ['deployment', { list: 'sessionCollections', name }]
}

/** The entry of a virtual desktop collection. */
export function desktopCollection(name: string): readonly Step[] {
  return ['deployment', { list: 'virtualDesktopCollections', name }]
}
