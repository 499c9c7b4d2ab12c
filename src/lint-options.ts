import type { Baseline } from './baseline/baseline.ts'
import type { Configuration } from './configuration/configuration.ts'
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
  /**
   * The release that the deployment moves to, or `all` for a matrix of what it could move to; else each inventory's own
   * `migration.target`, else that of the configuration.
   */
  readonly target?: Release | 'all'
  /** Else each inventory's own, else that of the configuration, else `migrate`; a matrix has both where this names none. */
  readonly method?: Method
  /** Else each inventory's own, else that of the configuration, else `before`. */
  readonly phase?: Phase
  /** The severity from which a finding blocks; else that of the configuration, else `error`. */
  readonly failOn?: Severity
  /** Whether a run that could not decide everything ends well all the same. */
  readonly allowUndecided?: boolean
  /** Whether a report on all targets holds, beside the matrices, a whole report for each target and method; they take most of the time. */
  readonly wholeRuns?: boolean
  /** Only these rules, by id; upper and lower case are the same. */
  readonly rules?: readonly string[]
  /** Whether the report shall hold what stands where, which the format html draws. */
  readonly topology?: boolean
  /** What `.rds-lint.yaml` says: the options above win over it, and so do target, method and phase of an inventory. */
  readonly configuration?: Configuration
  /** Whether the suppressions of the configuration work; `true` where absent. */
  readonly suppressions?: boolean
  /** How many entries of a run may be suppressed; where there are more, it is blocked. */
  readonly maxSuppressions?: number
  /** Findings of an earlier day, which do not count for the verdict. */
  readonly baseline?: Baseline
}

/** The severity from which a finding blocks: as the options say, else as the configuration does, else `error`. */
export function failOnOf({ failOn, configuration }: LintOptions): Severity {
  return failOn ?? configuration?.failOn ?? 'error'
}
