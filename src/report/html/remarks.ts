import type { InventoryReport } from '../../model/report.ts'
import { badge } from './entry.ts'
import { type Html, html } from './markup.ts'

/** What bears remarks. */
type Remarked = Pick<InventoryReport, 'file' | 'diagnostics' | 'faults'>

/** Remarks of one kind on the page. */
const most = 500

/** Gives what is wrong with the file itself, and the rules that went wrong and told nothing. */
export function fileRemarks({ file, diagnostics, faults }: Remarked, number: number): Html {
  const remarks = diagnostics.slice(0, most).map(({ severity, message, region }) => {
    const place = region === undefined ? file : `${file}:${region.line}:${region.column}`
    return html`<li class="entry"><p class="message">${badge(severity)} ${message}</p><p class="place"><code>${place}</code></p></li>
    `
  })
  const wrong = faults.slice(0, most).map(
    ({
      rule,
      pointer,
      message,
    }) => html`<li class="entry"><p class="message">${badge('error')} <code>${rule}</code>: ${message}</p><p class="place"><code>${pointer || 'the whole inventory'}</code></p></li>
    `,
  )
  return html`${remarks.length > 0 && section('file', number, 'The file', remarks, diagnostics.length)}
    ${wrong.length > 0 && section('faults', number, 'Rules that went wrong and told nothing', wrong, faults.length)}`
}

function section(name: string, number: number, title: string, items: readonly Html[], all: number): Html {
  const id = `${name}-${number}`
  return html`<section class="${name}" aria-labelledby="${id}"><h3 id="${id}">${title}</h3><ul class="entries">${items}</ul>${all > items.length && html`<p class="left-out">${all - items.length} more had no room on this page.</p>`}</section>`
}
