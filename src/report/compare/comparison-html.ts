import {
  type ComparedFile,
  type ComparedPlace,
  type ComparedStatus,
  type Comparison,
  comparedStatuses,
  type PlacedItem,
} from '../../model/comparison.ts'
import { type Html, html } from '../html/markup.ts'
import { staticPage } from '../html/static-page.ts'
import { grouped } from '../pretty/words.ts'
import { pageStyle, pageStyleHash } from './page-style.ts'
import {
  changeWords,
  comparedWords,
  itemsOf,
  kindNames,
  nextOf,
  numbersOf,
  statusMeanings,
  statusTitles,
  verdictMeanings,
} from './words.ts'

/** Rows of one table; a browser still shows them at once. */
const most = 2000

/** Gives the comparison as one HTML file that needs nothing else: no network and no script. */
export function comparisonHtml(comparison: Comparison): string {
  const { tool, verdict, before, after, items, notCompared } = comparison
  const body = html`<header>
    <h1>Remote Desktop Services before and after: ${verdict}</h1>
    <p class="soft">${before.file}, then ${after.file}</p>
    </header>
    <main>
    <div class="verdict v-${verdict}">
    <p><span class="word">${verdict}</span> ${numbersOf(items).join(', ')}</p>
    <p>${verdictMeanings[verdict]}</p>
    <p><strong>Next:</strong> ${nextOf(comparison)}.</p>
    <p class="soft">${comparedWords(comparison)}.</p>
    </div>
    ${comparedStatuses.map((status) => sectionOf(status, items))}
    ${notCompared.length > 0 && listed('Not compared', 'The earlier inventory does not tell:', notCompared)}
    ${[before, after].map(remarks)}
    </main>
    <footer><p class="soft">${tool.name} ${tool.version}. This page names servers, collections, groups and paths; pass it on with care.</p></footer>`
  return staticPage({
    tool,
    title: html`${verdict}: ${before.file}, then ${after.file}`,
    style: pageStyle,
    styleHash: pageStyleHash,
    body,
  })
}

function sectionOf(status: ComparedStatus, all: readonly PlacedItem[]): Html {
  const items = itemsOf(all, status)
  if (items.length === 0) return html``
  const content = html`<div class="wide"><table>
    <thead><tr><th scope="col">Kind</th><th scope="col">Name</th><th scope="col">What</th><th scope="col">Before, at</th><th scope="col">After, at</th></tr></thead>
    <tbody>${items.slice(0, most).map(rowOf)}</tbody></table></div>
    ${leftOut(items.length)}`
  return html`<section class="s-${status}" aria-labelledby="${status}">
    <h2 id="${status}">${statusTitles[status]} (${grouped(items.length)})</h2>
    <p class="soft">It ${statusMeanings[status]}.</p>
    ${status === 'kept' ? html`<details><summary>Show them</summary>${content}</details>` : content}
    </section>`
}

function rowOf(item: PlacedItem): Html {
  const what = [...item.changes.map(changeWords), ...(item.reason === undefined ? [] : [item.reason])]
  return html`<tr><td>${kindNames[item.kind]}</td><th scope="row">${item.name}</th><td>${what.length > 0 && html`<ul>${what.map((one) => html`<li>${one}</li>`)}</ul>`}</td><td>${item.beforePlace && place(item.beforePlace)}</td><td>${place(item.laterPlace)}</td></tr>
    `
}

/** The file that told of it, or line and column in the one that the page names at its head. */
function place({ region, origin }: ComparedPlace): string {
  return origin ? origin.file : `${region.line}:${region.column}`
}

function remarks({ file, diagnostics }: ComparedFile): Html {
  const lines = diagnostics.map(({ severity, message, region }) => {
    return `${severity}${region ? ` at ${region.line}:${region.column}` : ''}: ${message}`
  })
  return lines.length === 0 ? html`` : listed(file, 'What is remarkable in the file:', lines)
}

function listed(title: string, lead: string, lines: readonly string[]): Html {
  return html`<section><h2>${title}</h2><p class="soft">${lead}</p><ul>${lines.slice(0, most).map((line) => html`<li>${line}</li>`)}</ul>${leftOut(lines.length)}</section>`
}

function leftOut(number: number): Html | false {
  return number > most && html`<p>${grouped(number - most)} more are left out here; other formats have them all.</p>`
}
