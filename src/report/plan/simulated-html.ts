import type { PlanReport, PlanStep } from '../../model/plan-report.ts'
import type { Verdict } from '../../model/report.ts'
import { badge } from '../html/entry.ts'
import { type Html, html } from '../html/markup.ts'
import type { Room } from '../html/room.ts'
import { type Between, between, judgementWords, untilWords } from './between.ts'
import { finalVerdict, notesAfter } from './last-state.ts'
import { type Note, stateRemark } from './note.ts'
import { notesBefore } from './notes.ts'
import { leftOut, noteList, stepLink } from './notes-html.ts'

/** Rows of the table of what is wrong between steps: the checklist wants room too. */
const mostRows = 500

/** Gives what is wrong between the steps as a table, and what the inventory itself lacks; nothing of a plan that was not simulated. */
export function statesOf(plan: PlanReport, notes: ReadonlyMap<string, readonly Note[]>, room: Room): Html | undefined {
  if (!plan.final) return undefined
  const rows = between(notes)
  const shown = room.take(rows.slice(0, mostRows))
  const left = rows.length - shown.length
  return html`<section class="between" aria-labelledby="between"><h2 id="between">Between the steps</h2>
    <p class="soft">${judgementWords(plan)}</p>
    ${rows.length === 0 && html`<p>No step adds or clears an error or a warning, and none leaves anything undecided that would block.</p>`}
    ${shown.length > 0 && html`<div class="wide"><table><thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">What is wrong</th></tr></thead><tbody>${shown.map(row)}</tbody></table></div>`}
    ${left > 0 && html`<p class="left-out">${leftOut(left)}</p>`}</section>
    ${stateSection('before', 'Before the first step', plan.before.verdict, notesBefore(plan), room)}`
}

/** Gives the last state as after the move; nothing of a plan that was not simulated. */
export function finalOf(plan: PlanReport, room: Room): Html | undefined {
  const verdict = finalVerdict(plan)
  return verdict && stateSection('final', 'After the last step', verdict, notesAfter(plan), room)
}

/** Gives the verdict on the state after a step as a tag; nothing of one that was not simulated. */
export function afterTag({ simulation }: PlanStep): Html | undefined {
  return simulation && html` <span class="tag t-${simulation.verdict}">after it: ${simulation.verdict}</span>`
}

/** Gives the class of a step by the state that it leaves, which draws a line beside all steps with the same. */
export function afterClass({ simulation }: PlanStep): Html | undefined {
  return simulation && html` after-${simulation.verdict}`
}

function row(one: Between): Html {
  const { kind, from, until, words } = one
  const end = untilWords(one)
  return html`<tr><td>${from === undefined ? 'the start' : stepLink(from)}</td><td>${until === undefined ? end : html`${stepLink(until)}${end.slice(`step ${until}`.length)}`}</td><td>${badge(kind)} ${words}</td></tr>
    `
}

function stateSection(id: string, title: string, verdict: Verdict, notes: readonly Note[], room: Room): Html {
  const remark = stateRemark(verdict, notes)
  return html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${title}: ${verdict}</h2>
    ${remark !== undefined && html`<p>${remark}</p>`}${noteList(notes, room)}</section>`
}
