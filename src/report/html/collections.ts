import { groupBy } from '../../model/group-by.ts'
import { count, grouped } from '../pretty/words.ts'
import type { Drawing } from './drawing.ts'
import { type Html, html, joined } from './markup.ts'
import { box, marksAt, serverList } from './picture-box.ts'
import { releaseClass, releaseText } from './release.ts'
import type { CollectionSite } from './sites.ts'
import { table } from './table.ts'

/** Boxes that are drawn: all collections up to the first number, beyond it those with something to say up to the second. */
const allDrawn = 16
const mostDrawn = 60
/** Rows for the others, and hosts named in each; the rest is counted. */
const rows = 500
const namedHosts = 8

/** Gives the collections with their hosts: a box each, and where there are many a table of those with nothing to say. */
export function collections(drawing: Drawing): Html {
  const { view, topology } = drawing
  const { sessionCollections, virtualDesktopCollections } = topology
  const all = [...view.sites.collections.keys()]
  const marked = all.length > allDrawn ? all.filter((number) => hasMark(number, drawing)) : all
  const drawn = marked.slice(0, mostDrawn)
  const isDrawn = new Set(drawn)
  const rest = drawn.length === all.length ? [] : all.filter((number) => !isDrawn.has(number))
  return html`<div class="boxes">${drawn.map((number) => collectionBox(number, drawing))}</div>
    ${rest.length > 0 && folded(rest, marked.length - drawn.length, drawing)}
    ${remark('session collections', sessionCollections.isWhole, sessionCollections.list.length)}
    ${remark('virtual desktop collections', virtualDesktopCollections.isWhole, virtualDesktopCollections.list.length)}`
}

function remark(what: string, isWhole: boolean, number: number): Html {
  if (isWhole) return html`${number === 0 && html`<p class="nothing">No ${what}.</p>`}`
  return html`<p class="not-told">${number === 0 ? `Whether there are ${what} is not known.` : `Perhaps there are other ${what}: the list is not known whole.`}</p>`
}

function hasMark(number: number, { view: { marks, sites } }: Drawing): boolean {
  return marks.has(`c${number}`) || (sites.collections[number]?.hosts.list ?? []).some((host) => marks.has(`s${host}`))
}

function collectionBox(number: number, drawing: Drawing): Html {
  const collection = drawing.view.sites.collections[number]
  if (collection === undefined) return html``
  const { name, kind, hosts } = collection
  return box(name, kind, marksAt(`c${number}`, drawing.view), serverList(hosts, drawing))
}

function folded(rest: readonly number[], marked: number, drawing: Drawing): Html {
  const shown = rest.slice(0, rows)
  const left = rest.length - shown.length
  const what = count(rest.length, 'more collection')
  const title =
    marked === 0
      ? `${what} in which nothing was found or left open`
      : `${what}, ${grouped(marked)} of them with findings or open questions`
  return html`<details class="more"><summary>${title}</summary>
    ${table(
      ['Collection', 'Releases', 'Hosts'],
      shown.map((number) => row(drawing.view.sites.collections[number], drawing)),
    )}${left > 0 && html`<p class="left-out">and ${grouped(left)} more collections, not named on this page.</p>`}</details>`
}

function row(collection: CollectionSite | undefined, drawing: Drawing): Html {
  const { name, hosts } = collection ?? { name: '', hosts: { list: [] } }
  const shown = hosts.list.slice(0, namedHosts).map(drawing.nameOf)
  const left = hosts.list.length - shown.length
  return html`<tr><th scope="row">${name}</th><td>${byRelease(hosts.list, drawing)}</td><td>${shown.join(', ')}${left > 0 && ` and ${grouped(left)} more`}</td></tr>
    `
}

function byRelease(hosts: readonly number[], { topology: { servers } }: Drawing): Html {
  const groups = groupBy(hosts, (host) => releaseText(servers.list[host]))
  return joined(
    groups.map((group) => {
      const server = servers.list[group[0] ?? 0]
      return html`<span class="release ${releaseClass(server)}">${grouped(group.length)} × ${releaseText(server)}</span>`
    }),
    ' ',
  )
}
