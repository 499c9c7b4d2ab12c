import type { Report } from './report.ts'

/** 0: nothing stands in the way, 1: blocked, 2: something is unusable, 3: undecided. */
export type ExitCode = 0 | 1 | 2 | 3

const codes = { ready: 0, blocked: 1, unusable: 2, undecided: 3 } as const

/** Gives the exit code of a run; a rule that went wrong makes it 2, and an undecided run that is allowed ends with 0. */
export function exitCode(report: Report): ExitCode {
  if (hasFaults(report)) return 2
  if (report.verdict === 'undecided' && report.allowUndecided) return 0
  return codes[report.verdict]
}

function hasFaults({ inventories, matrices = [] }: Report): boolean {
  const cells = matrices.flatMap((matrix) => matrix.cells)
  return [...inventories, ...cells].some(({ faults }) => faults.length > 0)
}
