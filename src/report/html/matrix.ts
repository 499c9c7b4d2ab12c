import { listed } from '../../model/listed.ts'
import type { Report, TargetCell, TargetMatrix } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { choice } from '../choice.ts'
import { faultsIn, headsOf, isUnchecked, numbersUnder, summed } from '../comparison.ts'
import { type Bars, barsOf } from '../obstacles.ts'
import { grouped, methodNames, phaseNames } from '../pretty/words.ts'
import { remarksOf } from '../remarks.ts'
import { type Html, html } from './markup.ts'
import { remarkList } from './remark-list.ts'
import { fileRemarks } from './remarks.ts'
import { table } from './table.ts'
import { meanings } from './words.ts'

/** Gives the comparison of all targets for an inventory: verdict, what to choose, a row for each way, what stands in the way. */
export function matrixSection(matrix: TargetMatrix, report: Report, number: number): Html {
  const { file, verdict, cells, releases, phase } = matrix
  const from = listed(releases.map(releaseName))
  return html`<section class="inventory comparison" id="inventory-${number}" data-file="${file}">
    <div class="verdict v-${verdict}">
    <h2><span class="word">${verdict.charAt(0).toUpperCase() + verdict.slice(1)}</span> <span class="name">${file}</span></h2>
    <p class="about">${from !== '' && `Windows Server ${from} · `}${phaseNames[phase]}</p>
    <p class="meaning">Every target was compared: ${summed(cells)}. The verdict is that of the best way. ${meanings[verdict]}</p>
    <p class="next"><strong>Choose:</strong> ${choice(matrix)}.</p>
    </div>
    ${remarkList(remarksOf(matrix, report))}
    ${fileRemarks({ ...matrix, faults: faultsIn(cells) }, number)}
    ${ways(matrix, number)}
    </section>
    `
}

/** Gives the same for an inventory that names no target, below what is said of it. */
export function couldMoveTo(matrix: TargetMatrix, report: Report, number: number): Html {
  return html`<section class="comparison" aria-labelledby="could-${number}"><h3 id="could-${number}">What it could move to</h3>
    <p><strong>Choose:</strong> ${choice(matrix)}.</p>
    ${remarkList(remarksOf(matrix, report))}
    </section>
    ${fileRemarks({ file: matrix.file, diagnostics: [], faults: faultsIn(matrix.cells) }, number)}
    ${ways(matrix, number)}`
}

function ways({ cells }: TargetMatrix, number: number): Html {
  const heads = headsOf(cells)
  return html`<section class="ways" aria-labelledby="ways-${number}"><h3 id="ways-${number}">Each target by each method</h3>
    ${table(
      [
        'Target',
        'Method',
        'Verdict',
        ...heads.map((head) => ({ number: head.charAt(0).toUpperCase() + head.slice(1) })),
      ],
      cells.map((cell) => way(cell, heads)),
    )}</section>
    ${barsOf(cells).map((bars, index) => barred(bars, `bars-${number}-${index}`))}`
}

function way(cell: TargetCell, heads: readonly string[]): Html {
  const { target, method, verdict } = cell
  const numbers = isUnchecked(cell)
    ? html`<td colspan="${heads.length}">nothing was checked</td>`
    : html`${numbersUnder(heads, cell).map((one) => html`<td class="number">${grouped(one)}</td>`)}`
  return html`<tr data-way="${target} ${method}"><th scope="row"><span class="release r-${target}">${releaseName(target)}</span></th><td>${methodNames[method]}</td><td><span class="state st-${verdict}">${verdict}</span></td>${numbers}</tr>
    `
}

function barred({ title, rules }: Bars, id: string): Html {
  const rows = rules.map(
    ({ rule, where }) => html`<tr><th scope="row"><code>${rule}</code></th><td>${where}</td></tr>
    `,
  )
  return html`<section class="bars" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>${table(['Rule', 'Targets'], rows)}</section>
    `
}
