import type { Report, TargetMatrix } from '../model/report.ts'
import { choice } from './choice.ts'
import { remarksOf } from './remarks.ts'

/** Says in sentences what a comparison rests on, and which target to choose. */
export function adviceOf(matrix: TargetMatrix, report: Report): readonly string[] {
  return [...remarksOf(matrix, report), `Choose ${choice(matrix)}.`]
}
