import { collecting, type Fact } from '../pretty/unknowns.ts'
import { count } from '../pretty/words.ts'
import { badge } from './entry.ts'
import { type Html, html } from './markup.ts'
import type { Room } from './room.ts'
import type { PlacedKind, View } from './view.ts'

/** Facts of one kind that are named. */
const named = 20

/** Gives what is not known: what it is and whose, why, which rules wait for it, and how to collect it. */
export function notKnown(view: View, room: Room): Html | undefined {
  const { kinds, facts } = view
  if (kinds.length === 0) return undefined
  const shown = room.take(kinds)
  const left = kinds.length - shown.length
  return html`<section class="not-known" aria-labelledby="${`not-known-${view.number}`}">
    <h3 id="${`not-known-${view.number}`}">Not known, and how to find out</h3>
    <p>${count(facts.length, 'fact')} missing. What could not be told is never taken for fine: rules that need it are not decided.</p>
    <ul class="unknowns">${shown.map((kind) => item(kind, view))}</ul>
    ${left > 0 && html`<p class="left-out">${count(left, 'more kind')} of facts had no room on this page; the format json has them all.</p>`}
    </section>`
}

function item({ facts, rules, id }: PlacedKind, { inventory }: View): Html {
  const first = facts[0]?.missing
  if (first === undefined) return html``
  const { line, column } = first.region
  const how = collecting(first, `${inventory.file}:${line}:${column}`)
  const reasons = [...new Set(facts.flatMap(({ missing }) => missing.reason ?? []))]
  const more = reasons.length > 1 ? ` (and ${count(reasons.length - 1, 'more reason')})` : ''
  return html`<li class="unknown" id="${id}">
    <p class="message">${badge('undecided')} ${first.label}${facts.length > 1 && html` <span class="tag">and ${facts.length - 1} more of the kind</span>`}</p>
    <dl>
    <dt>Collect</dt><dd>${capital(how)}${facts.length > 1 && ', and so on'}.</dd>
    ${reasons.length > 0 && html`<dt>Reason</dt><dd>${reasons[0] ?? ''}${more}</dd>`}
    <dt>Waiting</dt><dd>${rules.map((rule, index) => html`${index > 0 && ', '}<code>${rule}</code>`)}</dd>
    </dl>
    ${facts.length > 1 && others(facts)}
    </li>
    `
}

function others(facts: readonly Fact[]): Html {
  const shown = facts.slice(0, named)
  const rest = facts.length - shown.length
  return html`<details><summary>All ${count(facts.length, 'fact')} of the kind</summary>
    <ul>${shown.map(({ missing }) => html`<li>${missing.label}</li>`)}${rest > 0 && html`<li>and ${rest} more</li>`}</ul></details>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
