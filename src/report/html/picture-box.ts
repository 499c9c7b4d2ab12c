import type { Known } from '../../model/topology.ts'
import { grouped } from '../pretty/words.ts'
import type { Drawing } from './drawing.ts'
import { kinds } from './marks.ts'
import { type Html, html } from './markup.ts'
import { releaseBadge, releaseClass } from './release.ts'
import type { View } from './view.ts'
import { countOf } from './words.ts'

/** Of a list with more servers than this those with nothing to say are folded. */
const most = 24
/** Beyond so many names a folded list only counts. */
const named = 300

/** Gives a box of the picture: what it holds, what was found there, and its servers. */
export function box(title: string, remark: string, marks: Html | undefined, content: Html): Html {
  return html`<div class="box"><h4><span class="name">${title}</span></h4>${remark !== '' && html`<p class="box-remark">${remark}</p>`}${marks}${content}</div>
    `
}

/** Gives what was found or left open at a part of the picture, each number a link to the first; undefined where nothing was. */
export function marksAt(spot: string, { marks }: View): Html | undefined {
  const mark = marks.get(spot)
  if (mark === undefined) return undefined
  const links = kinds.flatMap((kind) => {
    const { count, id } = mark[kind]
    return count === 0 ? [] : [html`<a class="count k-${kind}" href="#${id}">${countOf(count, kind)}</a> `]
  })
  return html`<span class="marks">${links}</span>`
}

/** Gives servers with release, marks, and where the plan moves them. */
export function serverList({ list, isWhole }: Known<number>, drawing: Drawing): Html {
  if (list.length === 0)
    return html`<p class="${isWhole ? 'nothing' : 'not-told'}">${isWhole ? 'no server' : 'servers not known'}</p>`
  const marked = list.length > most ? list.filter((server) => drawing.view.marks.has(`s${server}`)) : list
  const first = (marked.length > 0 ? marked : list).slice(0, most)
  const isShown = new Set(first)
  const rest = list.length > first.length ? list.filter((server) => !isShown.has(server)) : []
  return html`<ul class="servers">${first.map((server) => serverItem(server, drawing))}</ul>${rest.length > 0 && folded(rest, drawing)}${
    !isWhole && html`<p class="not-told">perhaps others: the list is not known whole</p>`
  }`
}

function folded(rest: readonly number[], { nameOf }: Drawing): Html {
  const shown = rest.slice(0, named)
  const left = rest.length - shown.length
  return html`<details><summary>${grouped(rest.length)} more</summary><p class="names">${shown.map(
    (server, index) => html`${index > 0 && ', '}<span class="name">${nameOf(server)}</span>`,
  )}${left > 0 && ` and ${grouped(left)} more`}</p></details>`
}

function serverItem(number: number, { view, topology, nameOf, movesTo }: Drawing): Html {
  const server = topology.servers.list[number]
  const destination = movesTo(number)
  return html`<li class="server ${releaseClass(server)}"><span class="name">${nameOf(number)}</span> ${releaseBadge(server)}${
    topology.activeBroker === number && topology.brokers.list.includes(number) && html` <span class="tag">active</span>`
  }${destination !== undefined && html` <span class="moves"><span class="to">moves to</span> ${nameOf(destination)}</span>`} ${marksAt(`s${number}`, view)}</li>
    `
}
