import type { Diagnostic } from './diagnostic.ts'
import type { Region } from './region.ts'
import type { Origin } from './report.ts'

/** What a move must not lose, in the order of the migration. */
export const comparedKinds = [
  'broker',
  'highAvailability',
  'sessionCollection',
  'sessionHost',
  'remoteApp',
  'virtualDesktopCollection',
  'virtualDesktop',
  'userGroup',
  'profileDisks',
  'webAccess',
  'gatewaySettings',
  'gateway',
  'connectionPolicy',
  'resourcePolicy',
  'policyUserGroup',
  'licensingMode',
  'licenseServer',
  'keyPack',
  'certificate',
] as const
export type ComparedKind = (typeof comparedKinds)[number]

/** What became of a part; `notObserved` was there before, and the later inventory could not see it. */
export const comparedStatuses = ['missing', 'notObserved', 'changed', 'new', 'kept'] as const
export type ComparedStatus = (typeof comparedStatuses)[number]

export type ComparisonVerdict = 'kept' | 'lost' | 'undecided'

/** A value of a property as a comparison shows it; servers and groups as lists of names. */
export type ComparedValue = string | number | boolean | null | readonly string[]

/** A property that differs. A side that is absent is not known there; `null` is known to be none. */
export interface Change {
  readonly property: string
  readonly before?: ComparedValue
  readonly after?: ComparedValue
}

/** What became of one part, by JSON pointers; a pointer is absent where the part is not in that inventory. */
export interface ComparedItem {
  readonly kind: ComparedKind
  /** Logical name: of the server, the collection, the role, or of what holds the part and the part: `Sales/winword`. */
  readonly name: string
  readonly status: ComparedStatus
  readonly before?: string
  readonly after?: string
  readonly changes: readonly Change[]
  /** Where in the later inventory the part is, or where it was looked for; there may be nothing there. */
  readonly lookedFor: string
}

/** A place in one of the two files. */
export interface ComparedPlace {
  readonly region: Region
  /** Present where the inventory was made from a bundle. */
  readonly origin?: Origin
}

/** An item with its places. */
export interface PlacedItem extends ComparedItem {
  readonly beforePlace?: ComparedPlace
  /** Of the part in the later file, or the deepest part that exists there on the way to where it was looked for. */
  readonly laterPlace: ComparedPlace
  /** Of what was not observed, why: what the collector said of the source that would tell, or else the name of that source. */
  readonly reason?: string
  /** From kind, name and status only: survives a new export. */
  readonly fingerprint: string
}

/** One of the two files. */
export interface ComparedFile {
  /** As it was named on the command line. */
  readonly file: string
  /** Present where it was a bundle: places are then those in the inventory that `rds-lint collect` prints of it. */
  readonly isCollected?: true
  /** Warnings only. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The whole of a comparison: every format is a view of this and nothing else. */
export interface Comparison {
  readonly tool: { readonly name: 'rds-lint'; readonly version: string }
  readonly verdict: ComparisonVerdict
  readonly before: ComparedFile
  readonly after: ComparedFile
  /** By kind, then by name. */
  readonly items: readonly PlacedItem[]
  /** Present where the earlier inventory was collected after the later one. */
  readonly isReversed?: true
  /** Pointers of what the earlier inventory does not tell, so that nothing in it could be compared. */
  readonly notCompared: readonly string[]
}
