import type { InventoryReport, Report } from '../model/report.ts'
import { standing } from '../model/standing.ts'
import { besides, compared } from './comparison.ts'
import { findings } from './pretty/findings.ts'
import { heading } from './pretty/heading.ts'
import { couldMoveTo, matrix } from './pretty/matrix.ts'
import { missing } from './pretty/missing.ts'
import { closing, tallies } from './pretty/outcomes.ts'
import { type Page, type PrettyOptions, pageOf } from './pretty/page.ts'
import { diagnostics, faults, settings } from './pretty/remarks.ts'
import { gone, known, suppressed } from './pretty/settled.ts'
import { summary } from './pretty/summary.ts'
import { factsOf } from './pretty/unknowns.ts'
import { verdict } from './pretty/verdict.ts'

export type { PrettyOptions } from './pretty/page.ts'

/** Gives the report for a terminal or a pipe: verdict, next step, findings by step of the migration, what nobody knows. */
export function pretty(report: Report, options: PrettyOptions = {}): string {
  const page = pageOf(options)
  const beside = besides(report)
  const blocks = report.inventories.map((inventory) => {
    const own = beside.get(inventory.file)
    return joined([block(inventory, report, page), ...(own ? couldMoveTo(own, report, page) : [])])
  })
  const matrices = compared(report).map((one) => joined(matrix(one, report, page)))
  return text([...blocks, ...matrices, summary(report, page)], page.quiet ? '\n' : '\n\n')
}

function block(whole: InventoryReport, report: Report, page: Page): readonly string[] {
  // What counts for the verdict stands first; what is suppressed or known stays in sight below.
  const inventory = standing(whole)
  const facts = factsOf(inventory)
  const sections = [
    [...heading(inventory, page), ...(page.quiet ? [] : ['']), ...verdict(inventory, facts, report, page)],
    ...findings(inventory, report, page),
    ...(page.quiet ? [] : [missing(inventory, facts, page)]),
    suppressed(whole, page),
    known(whole, page),
    gone(whole, page),
    settings(inventory, page),
    diagnostics(inventory, page),
    faults(inventory, page),
    tallies(inventory, page),
    closing(inventory, page),
  ]
  return joined(sections)
}

function joined(sections: readonly (readonly string[])[]): readonly string[] {
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : ['', ...section]))
}

function text(blocks: readonly (readonly string[])[], between: string): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join(`\n${between}`)}\n`
}
