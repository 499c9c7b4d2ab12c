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

const worst: readonly Verdict[] = ['unusable', 'blocked', 'undecided', 'ready']

/** The best of several verdicts; `unusable` where there is none. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  return worst.findLast((verdict) => verdicts.includes(verdict)) ?? 'unusable'
}

/** The worst of several verdicts; `unusable` where there is none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return worst.find((verdict) => verdicts.includes(verdict)) ?? 'unusable'
}
