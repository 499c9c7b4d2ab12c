import type { Status } from './bundle/manifest.ts'
import type { Value } from './clixml/value.ts'

/** What became of one question: the objects that a cmdlet or class gave, or that it gave none, and why. */
export interface Answer {
  /** The cmdlet or WMI class, as `collection.sources` names it. */
  readonly name: string
  /** The server that was asked. */
  readonly server?: string
  /** The collection that was asked about. */
  readonly collection?: string
  readonly status: Status
  /** Why it failed or was skipped, without secrets. */
  readonly message?: string
  /** Empty unless the status is `ok`. */
  readonly values: readonly Value[]
  /** The file that holds the objects, as the bundle or the command line names it. */
  readonly file?: string
  /** Whether somebody exported it by hand: it may have been filtered, so that what it does not name may be there all the same. */
  readonly isLoose?: true
}
