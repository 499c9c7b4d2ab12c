import { type Html, html } from './markup.ts'

/** A column: its head, and whether it holds numbers. */
export type Column = string | { readonly number: string }

/** Gives a table of rows, which scrolls by itself where the page is narrow; a caption says what a heading above does not. */
export function table(columns: readonly Column[], rows: readonly Html[], caption?: string): Html {
  return html`<div class="wide"><table>${caption !== undefined && html`<caption>${caption}</caption>`}
    <thead><tr>${columns.map(head)}</tr></thead>
    <tbody>${rows}</tbody></table></div>`
}

function head(column: Column): Html {
  return typeof column === 'string'
    ? html`<th scope="col">${column}</th>`
    : html`<th scope="col" class="number">${column.number}</th>`
}
