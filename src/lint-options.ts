import type { Diagnostic } from './model/diagnostic.ts'
import type { Method, Origin, Phase, Release, Severity } from './model/report.ts'

/** An inventory as a file holds it. */
export interface LintInput {
  /** The name that the report gives it; nothing is read from there. */
  readonly file: string
  readonly bytes: Uint8Array
  /** What was found while the inventory was made from other files; told before what is wrong with itself. */
  readonly diagnostics?: readonly Diagnostic[]
  /** Where the part at a JSON pointer came from, where the inventory was made from other files. */
  readonly originOf?: (pointer: string) => Origin
}

/** What is asked about the inventories. */
export interface LintOptions {
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string
  /** The release that the deployment moves to; else each inventory's own `migration.target`. */
  readonly target?: Release
  /** Else each inventory's own, else `migrate`. */
  readonly method?: Method
  /** Else each inventory's own, else `before`. */
  readonly phase?: Phase
  /** The severity from which a finding blocks; `error` where absent. */
  readonly failOn?: Severity
  /** Whether a run that could not decide everything ends well all the same. */
  readonly allowUndecided?: boolean
  /** Only these rules, by id; upper and lower case are the same. */
  readonly rules?: readonly string[]
  /** Whether the report shall hold what stands where, which the format html draws. */
  readonly topology?: boolean
}
