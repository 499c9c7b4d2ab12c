import type { Json, NamedList } from './statement.ts'

/** A part of an inventory while it is put together. */
export interface Tree {
  /** What stands here where nothing stands below: a value, or the values that sources disagree on. */
  leaf?: Leaf
  /** Whether it was told to be an object, whatever is known of it. */
  isObject?: true
  readonly children: Map<string, Tree>
  readonly lists: Map<NamedList, NamedEntries>
  /** What told first that the part exists. */
  readonly origin: Origin
}

/** A list whose entries have names. */
export interface NamedEntries {
  /** Entries by the form in which their names compare. */
  readonly entries: Map<string, { readonly name: string; readonly tree: Tree }>
  /** The sources that told all entries that they know. */
  readonly wholeBy: Set<string>
}

/** A value and who told it. */
export interface Leaf {
  readonly value: Json
  readonly origin: Origin
}

/** A source and the file that holds what it gave. */
export interface Origin {
  readonly source: string
  readonly file?: string
}

/** A part of which nothing is known yet. */
export function emptyTree(origin: Origin): Tree {
  return { children: new Map(), lists: new Map(), origin }
}

/** The property that holds the name of an entry; of a policy the name is not enough to tell it apart, so that it is told like other facts. */
export const nameProperty: Readonly<Record<NamedList, string | undefined>> = {
  servers: 'name',
  sessionCollections: 'name',
  virtualDesktopCollections: 'name',
  sessionHosts: 'server',
  virtualDesktops: 'name',
  virtualMachines: 'name',
  authorizationPolicies: undefined,
}
