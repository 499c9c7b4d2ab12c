import type { Report, TargetCell, TargetMatrix } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { choice } from './choice.ts'
import { headingOf } from './heading.ts'
import { obstacles } from './obstacles.ts'
import type { Page } from './page.ts'
import { diagnostics } from './remarks.ts'
import { remarksOf } from './verdict.ts'
import { count, grouped, methodNames } from './words.ts'
import { labelled, setIn, wrap } from './wrap.ts'

const labelWidth = 11

/** The matrices that are a result of their own, and not beside an inventory that names no target. */
export function compared({ inventories, matrices = [] }: Report): readonly TargetMatrix[] {
  const files = new Set(inventories.map(({ file }) => file))
  return matrices.filter(({ file }) => !files.has(file))
}

/** Gives the comparison of all targets for an inventory: verdict, what to choose, the matrix, and what stands in the way. */
export function matrix(matrix: TargetMatrix, report: Report, page: Page): readonly (readonly string[])[] {
  const { cells, verdict } = matrix
  return [
    [
      ...headingOf(matrix, page),
      ...(page.quiet ? [] : ['']),
      ...paragraph(verdict.toUpperCase(), summed(cells), page.verdict[verdict], page),
      ...remarksOf(matrix, report, page).flatMap((remark) => paragraph('', remark, page.faint, page)),
    ],
    ...rest(matrix, page),
    diagnostics(matrix, page),
  ]
}

/** Gives the same for an inventory that names no target, whose verdict is that nothing was judged and has been said. */
export function couldMoveTo(matrix: TargetMatrix, page: Page): readonly (readonly string[])[] {
  return [[page.strong('What it could move to')], ...rest(matrix, page)]
}

function rest(matrix: TargetMatrix, page: Page): readonly (readonly string[])[] {
  const shown = page.narrow ? list(matrix.cells, page) : table(matrix.cells, page)
  if (page.quiet) return [shown]
  return [paragraph('Choose', choice(matrix), page.strong, page), shown, ...obstacles(matrix.cells, page)]
}

function paragraph(label: string, text: string, paint: (text: string) => string, page: Page): readonly string[] {
  return setIn(labelled(label, labelWidth, wrap(text, page.width - 2 - labelWidth), paint), 2)
}

function summed(cells: readonly TargetCell[]): string {
  const ready = cells.filter(({ verdict }) => verdict === 'ready').length
  const ways = `${count(cells.length, 'way', 'ways')} to go`
  return ready === 0 ? `none of ${ways} is ready` : `${grouped(ready)} of ${ways} ${ready === 1 ? 'is' : 'are'} ready`
}

const heads = ['errors', 'warnings', 'info', 'undecided']

function table(cells: readonly TargetCell[], page: Page): readonly string[] {
  const method = Math.max(...cells.map((cell) => methodNames[cell.method].length))
  const row = (first: string, second: string, verdict: string, numbers: readonly string[]) =>
    `  ${first.padEnd(9)}${second.padEnd(method + 2)}${verdict}${numbers
      .map((number, index) => number.padStart((heads[index]?.length ?? 0) + 2))
      .join('')}`
  return [
    page.faint(row('target', 'method', 'verdict'.padEnd(9), heads)),
    ...cells.map((cell, index) => {
      const target = cells[index - 1]?.target === cell.target ? '' : releaseName(cell.target)
      const numbers = numbersOf(cell).map(grouped)
      return row(target, methodNames[cell.method], painted(cell, page, 9), isUnchecked(cell) ? unchecked : numbers)
    }),
  ]
}

const unchecked = ['  nothing was checked']

/** The same on a page too narrow for a table. */
function list(cells: readonly TargetCell[], page: Page): readonly string[] {
  return cells.flatMap((cell) => {
    const numbers = numbersOf(cell).flatMap((number, index) =>
      number > 0 ? [`${grouped(number)} ${heads[index]}`] : [],
    )
    const rest = isUnchecked(cell) ? 'nothing was checked' : numbers.join(', ')
    return [
      ...setIn(wrap(`${releaseName(cell.target)}, ${methodNames[cell.method]}`, page.width - 2), 2),
      `    ${painted(cell, page, 0)}`,
      ...(rest === '' ? [] : setIn(wrap(rest, page.width - 6), 6)),
    ]
  })
}

function isUnchecked({ counts }: TargetCell): boolean {
  return counts.rules === 0 || counts.subjects === 0
}

function numbersOf({ findings, undecided }: TargetCell): readonly number[] {
  return [findings.error, findings.warning, findings.info, undecided]
}

function painted({ verdict }: TargetCell, page: Page, width: number): string {
  return page.verdict[verdict](verdict.toUpperCase()) + ' '.repeat(Math.max(width - verdict.length, 0))
}
