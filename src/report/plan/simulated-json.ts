import type { FinalState, SimulatedFinding, SimulatedUndecided, Simulation } from '../../model/simulation.ts'
import { findingOf } from '../json/entries.ts'

/** Gives what a step leaves behind for JSON. */
export function simulationOf({ verdict, added, cleared, undecided }: Simulation): object {
  return {
    verdict,
    added: added.map(simulatedFindingOf),
    cleared: cleared.map(simulatedFindingOf),
    undecided: undecided.map(simulatedUndecidedOf),
  }
}

/** Gives the last state for JSON. */
export function finalOf({ verdict, findings, undecided }: FinalState): object {
  return { verdict, findings: findings.map(simulatedFindingOf), undecided: undecided.map(simulatedUndecidedOf) }
}

/** Gives a finding in a state that no file holds: without line and column. */
export function simulatedFindingOf(finding: SimulatedFinding): object {
  const {
    line: _l,
    column: _c,
    endLine: _el,
    endColumn: _ec,
    origin: _o,
    ...rest
  } = findingOf({ ...finding, region: nowhere }) as Placed
  return rest
}

/** Gives what could not be decided in a state that no file holds. */
export function simulatedUndecidedOf(entry: SimulatedUndecided): object {
  const { rule, category, severity, subject, pointer, missing } = entry
  return { rule, category, severity, subject, pointer, missing }
}

interface Placed {
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly origin?: object
}

const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 1 }
