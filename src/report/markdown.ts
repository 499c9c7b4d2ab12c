import type { InventoryReport, Report } from '../model/report.ts'
import { legible } from '../model/visible.ts'
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
  if (inventories.length === 0) blocks.push('No inventory was judged.')
  if (inventories.length > 1) {
    const heads = ['inventory', 'verdict', 'numbers']
    const row = (one: InventoryReport) => [shown(one.file), `**${one.verdict}**`, shown(tallyOf(one))]
    blocks.push(...table({ heads, of: inventories, row, called: 'inventories' }, room))
  }
  const sections = inventories.map((inventory) => sectionOf(inventory, report, room))
  blocks.push(...sections.flat())
  const empty = sections.filter((section) => section.length === 0).length
  if (empty > 0)
    blocks.push(`${count(empty, 'inventory', 'inventories')} more had no room here: a job summary holds 1 MiB.`)
  return `${blocks.join('\n\n')}\n`
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
