import type { WrittenOperation } from './plan-report.ts'
import type { Region } from './region.ts'
import type { Method, Release, RuleDescriptor, Severity, Verdict } from './report.ts'
import type { FinalState, SimulatedFinding } from './simulation.ts'

/** A precondition that a step of a runbook does not meet. */
export interface RunbookViolation {
  /** The rule that the precondition protects, or `runbook-step-impossible`. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
}

/** What could not be told of a step, or of the state that it leaves. */
export interface RunbookQuestion {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** What would have to be known, in words. */
  readonly missing: readonly string[]
}

/** A finding in the state that a step leaves. */
export interface LeftFinding extends SimulatedFinding {
  /** The step after which it is there no more; absent where it stays to the end. */
  readonly until?: number
}

/** One step of a runbook, judged. */
export interface CheckedStep {
  /** Its place in the runbook, from 1. */
  readonly index: number
  readonly region: Region
  readonly operation: WrittenOperation
  readonly violations: readonly RunbookViolation[]
  readonly added: readonly LeftFinding[]
  readonly cleared: readonly SimulatedFinding[]
  readonly undecided: readonly RunbookQuestion[]
}

/** A runbook held against the documented migration of a deployment. */
export interface RunbookReport {
  readonly tool: { readonly name: 'rds-lint'; readonly version: string }
  /** The runbook, and the inventory that it is for. */
  readonly file: string
  readonly inventory: string
  readonly target: Release
  readonly method: Method
  readonly verdict: Verdict
  readonly steps: readonly CheckedStep[]
  /** What the documented plan holds and the runbook leaves out. */
  readonly left: readonly WrittenOperation[]
  /** Where in the runbook its steps stand. */
  readonly region: Region
  /** The last state as after the move; only where nothing is left. */
  readonly final?: FinalState
  /** What keeps the last state from being judged, and what the plan could not see. */
  readonly questions: readonly string[]
  /** The rules that the report names. */
  readonly rules: readonly RuleDescriptor[]
}
