import { count, dayName, stepTitles } from '../pretty/words.ts'
import { type Html, html } from './markup.ts'
import type { Room } from './room.ts'
import { table } from './table.ts'
import type { PlacedEntry, View } from './view.ts'

/** Gives what somebody has answered: what is suppressed with the reasons, what the baseline knows, and what is gone since. */
export function answered(view: View, room: Room): Html {
  const { entries, inventory } = view
  const of = (standing: PlacedEntry['standing']) => entries.filter((entry) => entry.standing === standing)
  return html`${titled(view, 'suppressed', 'Suppressed, and why', suppressedTable(of('suppressed'), room))}
    ${titled(view, 'known', 'Known from the baseline', knownTable(of('known'), room))}
    ${titled(view, 'gone', 'Gone since the baseline', goneList(inventory.gone ?? [], room))}`
}

function titled({ number }: View, name: string, title: string, content: Html | undefined): Html | undefined {
  if (content === undefined) return undefined
  const id = `${name}-${number}`
  return html`<section class="${name}" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>${content}</section>`
}

function suppressedTable(entries: readonly PlacedEntry[], room: Room): Html | undefined {
  if (entries.length === 0) return undefined
  const shown = room.take(entries)
  return html`<p>Somebody looked at these and says so. They do not count for the verdict.</p>
    ${table(['What', 'Reason', 'Until'], shown.map(suppressedRow))}${leftOut(entries.length - shown.length)}`
}

function suppressedRow({ id, message, rule, category, subject, suppressed }: PlacedEntry): Html {
  const { reason = '', expires } = suppressed ?? {}
  return html`<tr id="${id}" data-standing="suppressed"><th scope="row"><span class="plain">${message}</span><br><span class="name">${subject}</span> <code>${rule}</code>, ${stepTitles[category]}</th><td>${reason}</td><td>${expires === undefined ? 'no end' : dayName(expires)}</td></tr>
    `
}

function knownTable(entries: readonly PlacedEntry[], room: Room): Html | undefined {
  if (entries.length === 0) return undefined
  const shown = room.take(entries)
  return html`<p>The baseline holds these findings. They do not count for the verdict.</p>
    ${table(['Part', 'Severity', 'What is wrong'], shown.map(knownRow))}${leftOut(entries.length - shown.length)}`
}

function knownRow({ id, subject, severity, message, rule }: PlacedEntry): Html {
  return html`<tr id="${id}" data-standing="known"><th scope="row">${subject}</th><td>${severity}</td><td>${message} <code>${rule}</code></td></tr>
    `
}

function goneList(gone: NonNullable<View['inventory']['gone']>, room: Room): Html | undefined {
  if (gone.length === 0) return undefined
  const shown = room.take(gone)
  return html`<ul>${shown.map(({ rule, subject }) => html`<li><span class="name">${subject}</span> <code>${rule}</code></li>`)}</ul>${leftOut(gone.length - shown.length)}`
}

function leftOut(number: number): Html | false {
  return (
    number > 0 &&
    html`<p class="left-out">${count(number, 'entry', 'entries')} more had no room on this page; the formats json and csv have them all.</p>`
  )
}
