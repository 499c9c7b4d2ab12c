import type { Severity, Verdict } from '../model/report.ts'
import { reaches } from '../model/severity.ts'

interface Graded {
  readonly severity: Severity
}

/** The verdict on one inventory: blocked by a finding from `failOn` up, undecided by a rule of that level (docs/decisions/readings.md). */
export function verdictOf(findings: readonly Graded[], undecided: readonly Graded[], failOn: Severity): Verdict {
  const counts = ({ severity }: Graded) => reaches(severity, failOn)
  if (findings.some(counts)) return 'blocked'
  return undecided.some(counts) ? 'undecided' : 'ready'
}
