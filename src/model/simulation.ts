import type { Finding, Undecided, Verdict } from './report.ts'

/** What linting finds in a state that no file holds: a finding without a place in a text. */
export type SimulatedFinding = Omit<Finding, 'region' | 'origin'>

/** What could not be decided in a state that no file holds. */
export interface SimulatedUndecided extends Omit<Undecided, 'region' | 'origin' | 'missing'> {
  /** What would have to be known, in words. */
  readonly missing: readonly string[]
}

/** What a step leaves behind: its state linted in phase `during`, compared with the state before. */
export interface Simulation {
  readonly verdict: Verdict
  /** Findings that the state before has not, told apart by fingerprint and severity. */
  readonly added: readonly SimulatedFinding[]
  /** Findings that only the state before has. */
  readonly cleared: readonly SimulatedFinding[]
  /** What this state leaves undecided and the one before did not. */
  readonly undecided: readonly SimulatedUndecided[]
}

/** The state after the last step, linted by itself: in the phase after the move or, of what lasts to the end, during it. */
export interface FinalState {
  readonly verdict: Verdict
  readonly findings: readonly SimulatedFinding[]
  readonly undecided: readonly SimulatedUndecided[]
}
