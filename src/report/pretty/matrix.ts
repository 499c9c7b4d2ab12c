import type { Report, TargetCell, TargetMatrix } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { choice } from '../choice.ts'
import { faultsIn, headsOf, isUnchecked, numbersUnder, summed, wayName } from '../comparison.ts'
import { remarksOf } from '../remarks.ts'
import { headingOf } from './heading.ts'
import { obstacles } from './obstacles.ts'
import type { Page } from './page.ts'
import { diagnostics, faults, settings } from './remarks.ts'
import { grouped, methodNames } from './words.ts'
import { labelled, setIn, wrap } from './wrap.ts'

const labelWidth = 11

/** Gives the comparison of all targets for an inventory: verdict, what to choose, the matrix, and what stands in the way. */
export function matrix(matrix: TargetMatrix, report: Report, page: Page): readonly (readonly string[])[] {
  const { cells, verdict } = matrix
  return [
    [
      ...headingOf(matrix, page),
      ...(page.quiet ? [] : ['']),
      ...paragraph(verdict.toUpperCase(), summed(cells), page.verdict[verdict], page),
      ...restingOn(matrix, report, page),
    ],
    ...rest(matrix, page),
    settings(matrix, page),
    diagnostics(matrix, page),
    faults({ faults: faultsIn(cells) }, page),
  ]
}

/** Gives the same for an inventory that names no target, whose verdict is that nothing was judged and has been said. */
export function couldMoveTo(matrix: TargetMatrix, report: Report, page: Page): readonly (readonly string[])[] {
  return [
    [page.strong('What it could move to'), ...restingOn(matrix, report, page)],
    ...rest(matrix, page),
    settings(matrix, page),
    faults({ faults: faultsIn(matrix.cells) }, page),
  ]
}

function restingOn(matrix: TargetMatrix, report: Report, page: Page): readonly string[] {
  return remarksOf(matrix, report, page.show).flatMap((remark) => paragraph('', remark, page.faint, page))
}

function rest(matrix: TargetMatrix, page: Page): readonly (readonly string[])[] {
  const shown = page.width < tableWidth(matrix.cells) ? list(matrix.cells, page) : table(matrix.cells, page)
  if (page.quiet) return [shown]
  return [paragraph('Choose', choice(matrix), page.strong, page), shown, ...obstacles(matrix.cells, page)]
}

function paragraph(label: string, text: string, paint: (text: string) => string, page: Page): readonly string[] {
  return setIn(labelled(label, labelWidth, wrap(text, page.width - 2 - labelWidth), paint), 2)
}

// Five columns leave room for one space between them in 80.
function gapOf(heads: readonly string[]): number {
  return heads.length > 4 ? 1 : 2
}

function methodWidth(cells: readonly TargetCell[]): number {
  return Math.max(...cells.map((cell) => methodNames[cell.method].length))
}

function tableWidth(cells: readonly TargetCell[]): number {
  const heads = headsOf(cells)
  return heads.reduce((sum, head) => sum + head.length + gapOf(heads), 22 + methodWidth(cells))
}

function table(cells: readonly TargetCell[], page: Page): readonly string[] {
  const method = methodWidth(cells)
  const heads = headsOf(cells)
  const gap = gapOf(heads)
  const row = (first: string, second: string, verdict: string, numbers: readonly string[]) =>
    `  ${first.padEnd(9)}${second.padEnd(method + 2)}${verdict}${numbers
      .map((number, index) => number.padStart((heads[index]?.length ?? 0) + gap))
      .join('')}`
  return [
    page.faint(row('target', 'method', 'verdict'.padEnd(9), heads)),
    ...cells.map((cell, index) => {
      const target = cells[index - 1]?.target === cell.target ? '' : releaseName(cell.target)
      const numbers = numbersUnder(heads, cell).map(grouped)
      return row(target, methodNames[cell.method], painted(cell, page, 9), isUnchecked(cell) ? unchecked : numbers)
    }),
  ]
}

const unchecked = ['  nothing was checked']

/** The same on a page too narrow for a table. */
function list(cells: readonly TargetCell[], page: Page): readonly string[] {
  const heads = headsOf(cells)
  return cells.flatMap((cell) => {
    const numbers = numbersUnder(heads, cell).flatMap((number, index) =>
      number > 0 ? [`${grouped(number)} ${heads[index]}`] : [],
    )
    const rest = isUnchecked(cell) ? 'nothing was checked' : numbers.join(', ')
    return [
      ...setIn(wrap(wayName(cell), page.width - 2), 2),
      `    ${painted(cell, page, 0)}`,
      ...(rest === '' ? [] : setIn(wrap(rest, page.width - 6), 6)),
    ]
  })
}

function painted({ verdict }: TargetCell, page: Page, width: number): string {
  return page.verdict[verdict](verdict.toUpperCase()) + ' '.repeat(Math.max(width - verdict.length, 0))
}
