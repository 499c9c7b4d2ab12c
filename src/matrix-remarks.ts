import { suppressionRemarks, type Use } from './configuration/remarks.ts'
import type { JudgedSuppression } from './configuration/suppress.ts'
import type { LintedTargets } from './lint-targets.ts'
import { groupBy } from './model/group-by.ts'
import type { TargetCell, TargetMatrix } from './model/report.ts'
import { bestOf } from './model/worst.ts'
import { isTooMany } from './with-remarks.ts'

/**
 * Gives what was held against every target with the warnings about suppressions, in matrices and whole reports alike: stale is
 * only what is for nothing in any cell. `uses` has one entry for each inventory of the run, as `linted` does.
 */
export function withMatrixRemarks(
  linted: readonly (LintedTargets | undefined)[],
  uses: readonly Use[],
  suppressions: readonly JudgedSuppression[],
): readonly LintedTargets[] {
  const remarks = suppressionRemarks(suppressions, uses)
  return linted.flatMap((one, index) => {
    if (one === undefined) return []
    const said = <T extends Pick<TargetMatrix, 'diagnostics'>>(part: T): T => ({
      ...part,
      diagnostics: [...part.diagnostics, ...(remarks[index] ?? [])],
    })
    const judged = one.judged.map(({ report, run }) => ({ report: said(report), run }))
    return [{ ...one, matrix: said(one.matrix), judged }]
  })
}

/** Blocks the cells where more is suppressed than `most`, over all inventories, as a run for that target and method does. */
export function limitedMatrices(matrices: readonly TargetMatrix[], most?: number): readonly TargetMatrix[] {
  const groups = groupBy(
    matrices.flatMap(({ cells }) => cells),
    nameOf,
  )
  const totals = new Map(groups.map((cells) => [cells[0] && nameOf(cells[0]), suppressedIn(cells)]))
  const isOver = (cell: TargetCell) => cell.counts.suppressed > 0 && isTooMany(totals.get(nameOf(cell)) ?? 0, most)
  return matrices.map((matrix) => {
    const over = matrix.cells.filter(isOver)
    if (over.length === 0) return matrix
    const cells = matrix.cells.map((cell) =>
      isOver(cell) && cell.verdict !== 'unusable' ? { ...cell, verdict: 'blocked' as const } : cell,
    )
    const told = over.map((cell) => `${nameOf(cell)} (${totals.get(nameOf(cell))})`).join(', ')
    const message = `suppressed in this run, where no more than ${most} may be (--max-suppressions): ${told}; settle some of them`
    return {
      ...matrix,
      cells,
      verdict: bestOf(cells.map(({ verdict }) => verdict)),
      diagnostics: [...matrix.diagnostics, { code: 'suppression', severity: 'warning', message } as const],
    }
  })
}

function nameOf({ target, method }: TargetCell): string {
  return `${target} ${method}`
}

function suppressedIn(cells: readonly TargetCell[]): number {
  return cells.reduce((sum, { counts }) => sum + counts.suppressed, 0)
}
