import type { InventoryReport, Report, TargetMatrix, Verdict } from '../../model/report.ts'
import { compared, summed } from '../comparison.ts'
import { tallyOf } from '../numbers.ts'
import { count } from '../pretty/words.ts'
import type { Anchors } from './anchors.ts'
import { answered } from './answered.ts'
import { filters } from './filters.ts'
import { findings } from './findings.ts'
import { headOf } from './head.ts'
import { indexes } from './indexes.ts'
import { type Html, html } from './markup.ts'
import { couldMoveTo } from './matrix.ts'
import { notKnown } from './not-known.ts'
import { picture } from './picture.ts'
import { fileRemarks } from './remarks.ts'
import type { Room } from './room.ts'
import { table } from './table.ts'
import { toDo } from './to-do.ts'
import { viewOf } from './view.ts'

/** Gives one inventory: verdict, what to do, the picture, findings, what is not known, what is suppressed. */
export function inventorySection(
  report: Report,
  inventory: InventoryReport,
  number: number,
  anchor: Anchors,
  room: Room,
  matrix: TargetMatrix | undefined,
): Html {
  const view = viewOf(report, inventory, number, anchor)
  const wasJudged = inventory.counts.rules > 0
  return html`<section class="inventory" id="inventory-${number}" data-file="${inventory.file}">
    ${headOf(view)}
    ${fileRemarks(inventory, number)}
    ${wasJudged && html`${toDo(view)}${picture(view)}${report.inventories.length === 1 && filters()}${findings(view, room)}${notKnown(view, room)}${indexes(view, room)}${answered(view, room)}`}
    ${matrix && couldMoveTo(matrix, report, number)}
    </section>
    `
}

/** What the table of verdicts says of an inventory. */
export interface Result {
  readonly file: string
  readonly verdict: Verdict
  readonly numbers: string
}

/** Gives what the inventories of a run came to, those that were held against every target last. */
export function resultsOf(report: Report): readonly Result[] {
  return [
    ...report.inventories.map((one) => ({ file: one.file, verdict: one.verdict, numbers: tallyOf(one) })),
    ...compared(report).map(({ file, verdict, cells }) => ({ file, verdict, numbers: summed(cells) })),
  ]
}

/** Gives the verdicts of a run over several inventories, or over none. */
export function inventoryTable(results: readonly Result[], linked: number): Html {
  if (results.length === 0) return html`<p>No inventory was judged.</p>`
  const rows = results.map(({ file, verdict, numbers }, number) => {
    const name = number < linked ? html`<a href="#inventory-${number}">${file}</a>` : html`${file}`
    return html`<tr><th scope="row">${name}</th><td><span class="state st-${verdict}">${verdict}</span></td><td>${numbers}</td></tr>
    `
  })
  const left = results.length - linked
  return html`<section class="inventories" aria-labelledby="inventories"><h2 id="inventories">${count(results.length, 'inventory', 'inventories')}</h2>
    ${table(['Inventory', 'Verdict', 'Numbers'], rows)}
    ${left > 0 && html`<p class="left-out">Of ${count(left, 'inventory', 'inventories')} this page has no more than the row; the formats json and csv have all.</p>`}</section>`
}
