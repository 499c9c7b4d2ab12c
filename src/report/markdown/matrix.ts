import { listed } from '../../model/listed.ts'
import type { Report, TargetMatrix } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { releaseName } from '../../model/which-releases.ts'
import { choice } from '../choice.ts'
import { faultsIn, headsOf, isUnchecked, numbersUnder, summed } from '../comparison.ts'
import { markdownText } from '../markdown-text.ts'
import { barsOf } from '../obstacles.ts'
import { grouped, methodNames, phaseNames } from '../pretty/words.ts'
import { remarksOf } from '../remarks.ts'
import { faultTable, remarkTable } from './remarks.ts'
import type { Room } from './room.ts'
import { table } from './table.ts'

/** Gives the blocks of a comparison of all targets: verdict, what to choose, a row for each way, what stands in the way; nothing where there is no room left. */
export function matrixOf(matrix: TargetMatrix, report: Report, room: Room): readonly string[] {
  const { file, verdict, cells, releases, phase, diagnostics } = matrix
  const head = [
    `## ${shown(file)}: ${verdict}`,
    [listed(releases.map(releaseName)), phaseNames[phase]].filter((part) => part !== '').join(' · '),
    `**${shown(summed(cells))}**`,
    ...restingOn(matrix, report),
  ]
  if (!room.take(head.join('\n\n'))) return []
  return [...head, ...remarkTable(diagnostics, room), ...waysOf(matrix, room)]
}

/** Gives the same for an inventory that names no target, below what is said of it; its remarks stand there. */
export function couldMoveTo(matrix: TargetMatrix, report: Report, room: Room): readonly string[] {
  const head = ['### What it could move to', ...restingOn(matrix, report)]
  if (room.take(head.join('\n\n'))) return [...head, ...waysOf(matrix, room)]
  return ['What it could move to had no room here: a job summary holds 1 MiB. Other formats have it.']
}

function restingOn(matrix: TargetMatrix, report: Report): readonly string[] {
  return [`Choose ${shown(choice(matrix))}`, ...remarksOf(matrix, report).map(shown)]
}

function waysOf({ cells }: TargetMatrix, room: Room): readonly string[] {
  const heads = headsOf(cells)
  return [
    ...faultTable(faultsIn(cells), room),
    ...table(
      {
        heads: ['target', 'method', 'verdict', ...heads],
        of: cells,
        row: (cell) => [
          releaseName(cell.target),
          methodNames[cell.method],
          `**${cell.verdict}**${isUnchecked(cell) ? ' (nothing was checked)' : ''}`,
          ...numbersUnder(heads, cell).map((number) => (isUnchecked(cell) ? '' : grouped(number))),
        ],
        called: 'ways',
      },
      room,
    ),
    ...barsOf(cells).flatMap(({ title, rules }) => {
      const row = ({ rule, where }: (typeof rules)[number]) => [shown(rule), shown(where)]
      const blocks = table({ heads: ['rule', 'targets'], of: rules, row, called: 'rules' }, room)
      return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
    }),
  ]
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
