import type { ComparisonVerdict } from './comparison.ts'
import type { Report, Verdict } from './report.ts'

/** 0: nothing stands in the way, 1: blocked, 2: something is unusable, 3: undecided. */
export type ExitCode = 0 | 1 | 2 | 3

/** The exit code of each verdict. */
export const exitCodes = { ready: 0, blocked: 1, unusable: 2, undecided: 3 } as const satisfies Record<
  Verdict,
  ExitCode
>

/** The exit code of each verdict of a comparison. */
export const comparisonExitCodes = { kept: 0, lost: 1, undecided: 3 } as const satisfies Record<
  ComparisonVerdict,
  ExitCode
>

/** Gives the exit code of a run; a rule that went wrong makes it 2, and an undecided run that is allowed ends with 0. */
export function exitCode(report: Report): ExitCode {
  if (hasFaults(report)) return 2
  if (report.verdict === 'undecided' && report.allowUndecided) return 0
  return exitCodes[report.verdict]
}

function hasFaults({ inventories, matrices = [] }: Report): boolean {
  const cells = matrices.flatMap((matrix) => matrix.cells)
  return [...inventories, ...cells].some(({ faults }) => faults.length > 0)
}
