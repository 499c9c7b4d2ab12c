import { type Html, html } from './markup.ts'

/** Gives what a verdict rests on, a sentence an item; nothing where there is nothing to say. */
export function remarkList(remarks: readonly string[]): Html | false {
  return remarks.length > 0 && html`<ul class="remarks">${remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`
}
