import type { Severity } from '../model/report.ts'

/** The findings of a day, which later runs know again. */
export interface Baseline {
  readonly inventories: readonly BaselineInventory[]
}

/** What a baseline knows of one inventory. */
export interface BaselineInventory {
  /** As it was named on the command line; absent where the baseline is of one inventory, whatever its name. */
  readonly file?: string
  readonly findings: readonly KnownFinding[]
}

/** A finding as a baseline keeps it. */
export interface KnownFinding {
  readonly rule: string
  readonly subject: string
  /** The severity that it had: where it has become graver, it is new. */
  readonly severity: Severity
  readonly fingerprint: string
}
