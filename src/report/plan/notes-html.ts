import { badge } from '../html/entry.ts'
import { type Html, html } from '../html/markup.ts'
import type { Room } from '../html/room.ts'
import { count } from '../pretty/words.ts'
import { lightWords, type Note, noteWords, weighs, whenWords } from './note.ts'

/** How the page says what a step does. */
const doing = { adds: 'Adds', opens: 'Leaves undecided', clears: 'Clears' } as const

/** Gives notes as the entries of a list, what blocks nothing folded. */
export function noteList(notes: readonly Note[], room: Room): Html {
  const shown = room.take([...notes.filter(weighs), ...notes.filter((note) => !weighs(note))])
  const [telling, folded] = [shown.filter(weighs), shown.filter((note) => !weighs(note))]
  const left = notes.length - shown.length
  return html`${telling.length > 0 && html`<ul class="entries">${telling.map(entry)}</ul>`}${
    folded.length > 0 &&
    html`<details class="more"><summary>${lightWords(folded.length, telling.length > 0)}</summary><ul class="entries">${folded.map(entry)}</ul></details>`
  }${left > 0 && html`<p class="left-out">${leftOut(left)}</p>`}`
}

/** Says how much had no room. */
export function leftOut(number: number): string {
  return `${count(number, 'entry', 'entries')} more had no room on this page; the format json has them all.`
}

/** Gives a step as a link to it. */
export function stepLink(step: string): Html {
  return html`<a href="#step-${step}">step ${step}</a>`
}

function entry(note: Note): Html {
  const { does, severity, message, remedy } = note
  const kind = message === undefined ? 'undecided' : severity
  const words = html`${does !== undefined && html`<strong>${doing[does]}</strong>`}${when(note)}${(does !== undefined || whenWords(note) !== '') && ': '}${noteWords(note)}`
  return html`<li class="entry${{ markup: does === undefined ? '' : ` ${does}` }}" data-kind="${kind}"><p class="message">${badge(kind)} ${words}</p>${
    does === undefined &&
    severity === 'error' &&
    remedy !== undefined &&
    html`<p class="do"><strong>Do:</strong> ${remedy}</p>`
  }</li>
    `
}

function when(note: Note): Html {
  const words = whenWords(note)
  const at = note.other === undefined ? -1 : words.indexOf(`step ${note.other}`)
  if (note.other === undefined || at < 0) return html`${words !== '' && ` ${words}`}`
  return html` ${words.slice(0, at)}${stepLink(note.other)}${words.slice(at + `step ${note.other}`.length)}`
}
