import type { Diagnostic } from '../model/diagnostic.ts'
import type { Origin } from '../model/report.ts'

/** An inventory file as it was found: its bytes, or why there are none. */
export type Input = Readable | Unreadable

/** A file that was read. */
export interface Readable {
  /** The path as it was written on the command line. */
  readonly file: string
  readonly bytes: Uint8Array
  /** What was found while the inventory was made, where the file is a bundle. */
  readonly diagnostics?: readonly Diagnostic[]
  /** Where the part at a JSON pointer came from, where the file is a bundle. */
  readonly originOf?: (pointer: string) => Origin
}

/** A file that could not be read. */
export interface Unreadable {
  readonly file: string
  readonly problem: Diagnostic
}
