import type { LintInput } from '../lint-options.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/** An inventory file as it was found: its bytes, or why there are none. */
export type Input = Readable | Unreadable

/** A file or bundle that was read; `file` is the path as it was written on the command line. */
export type Readable = LintInput

/** A file that could not be read. */
export interface Unreadable {
  readonly file: string
  readonly problem: Diagnostic
}
