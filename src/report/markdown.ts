import type { Report } from '../model/report.ts'
import { legible } from '../model/visible.ts'
import { besides, compared, summed } from './comparison.ts'
import { couldMoveTo, matrixOf } from './markdown/matrix.ts'
import { roomOf } from './markdown/room.ts'
import { sectionOf } from './markdown/section.ts'
import { table } from './markdown/table.ts'
import { markdownText } from './markdown-text.ts'
import { tallyOf } from './numbers.ts'
import { count } from './pretty/words.ts'

/** A job summary of GitHub holds 1 MiB, and one that is larger is not shown at all; what says what is left out needs some too. */
const limit = 950_000

/** Gives the report as Markdown for a job summary or a change request: verdict and numbers, tables, then details folded. */
export function markdown(report: Report): string {
  const { inventories, verdict } = report
  const room = roomOf(limit)
  const blocks = ['<!-- rds-lint -->', `# rds-lint: ${verdict}`]
  const matrices = compared(report)
  const beside = besides(report)
  const results = [
    ...inventories.map((one) => ({ ...one, numbers: tallyOf(one) })),
    ...matrices.map((one) => ({ ...one, numbers: summed(one.cells) })),
  ]
  if (results.length === 0) blocks.push('No inventory was judged.')
  if (results.length > 1) {
    const heads = ['inventory', 'verdict', 'numbers']
    const row = ({ file, verdict, numbers }: (typeof results)[number]) => [
      shown(file),
      `**${verdict}**`,
      shown(numbers),
    ]
    blocks.push(...table({ heads, of: results, row, called: 'inventories' }, room))
  }
  const sections = [
    ...inventories.map((inventory) => {
      const section = sectionOf(inventory, report, room)
      const matrix = section.length === 0 ? undefined : beside.get(inventory.file)
      return matrix ? [...section, ...couldMoveTo(matrix, report, room)] : section
    }),
    ...matrices.map((matrix) => matrixOf(matrix, report, room)),
  ]
  blocks.push(...sections.flat())
  const empty = sections.filter((section) => section.length === 0).length
  if (empty > 0)
    blocks.push(`${count(empty, 'inventory', 'inventories')} more had no room here: a job summary holds 1 MiB.`)
  return `${blocks.join('\n\n')}\n`
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
