import { grouped } from '../pretty/words.ts'
import { kindOf, kinds } from './marks.ts'
import { type Html, html, joined, partKeys } from './markup.ts'
import { releaseBadge } from './release.ts'
import type { Room } from './room.ts'
import { table } from './table.ts'
import type { PlacedEntry, View } from './view.ts'
import { countOf } from './words.ts'

/** Links to single entries in a row; the rest is counted. */
const named = 8

/** Gives the servers and the collections that anything was found or left open of, each with links to what. */
export function indexes(view: View, room: Room): Html {
  const { sites, number, inventory } = view
  const byServer = entriesBy(view, ({ site }) => site.servers)
  const byCollection = entriesBy(view, ({ site }) => site.collections)
  return html`${index(
    `servers-${number}`,
    'By server',
    ['Server', 'Release', 'Numbers', 'What'],
    room.take([...byServer]).map(([at, entries]) => {
      const server = inventory.topology?.servers.list[at]
      return html`<tr data-server="${partKeys([at], number)}"><th scope="row"><span class="name">${server?.name ?? ''}</span></th><td>${releaseBadge(server)}</td>${cells(entries)}</tr>
    `
    }),
    byServer.size,
  )}${index(
    `collections-${number}`,
    'By collection',
    ['Collection', 'Kind', 'Numbers', 'What'],
    room.take([...byCollection]).map(([at, entries]) => {
      const collection = sites.collections[at]
      return html`<tr data-collection="${partKeys([at], number)}"><th scope="row"><span class="name">${collection?.name ?? ''}</span></th><td>${collection?.kind ?? ''}</td>${cells(entries)}</tr>
    `
    }),
    byCollection.size,
  )}`
}

function index(
  id: string,
  title: string,
  heads: readonly string[],
  rows: readonly Html[],
  all: number,
): Html | undefined {
  if (all === 0) return undefined
  return html`<section class="index" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>
    ${table(heads, rows)}
    ${all > rows.length && html`<p class="left-out">${grouped(all - rows.length)} more had no room on this page.</p>`}</section>`
}

function cells(entries: readonly PlacedEntry[]): Html {
  const numbers = kinds.flatMap((kind) => {
    const count = entries.filter((entry) => kindOf(entry) === kind).length
    return count === 0 ? [] : [html`<span class="count k-${kind}">${countOf(count, kind)}</span>`]
  })
  const links = entries.slice(0, named).map(({ id, rule }) => html`<a href="#${id}">${rule}</a>`)
  const rest = entries.length - links.length
  return html`<td>${joined(numbers, ' ')}</td><td>${joined(links, ', ')}${rest > 0 && ` and ${grouped(rest)} more`}</td>`
}

function entriesBy(
  view: View,
  of: (entry: PlacedEntry) => readonly number[],
): ReadonlyMap<number, readonly PlacedEntry[]> {
  const found = new Map<number, PlacedEntry[]>()
  for (const entry of view.listed) {
    for (const number of of(entry)) {
      const own = found.get(number)
      if (own === undefined) found.set(number, [entry])
      else own.push(entry)
    }
  }
  return new Map([...found].sort(([one], [other]) => one - other))
}
