import { script, scriptHash, style, styleHash } from '../../../generated/html-page.ts'
import type { Report } from '../../model/report.ts'
import { besides, compared } from '../comparison.ts'
import { count } from '../pretty/words.ts'
import { anchors } from './anchors.ts'
import { filters } from './filters.ts'
import { inventorySection, inventoryTable, type Result, resultsOf } from './inventory.ts'
import { type Html, html } from './markup.ts'
import { matrixSection } from './matrix.ts'
import { roomOf } from './room.ts'
import { ruleList } from './rule-list.ts'

/** Of a run over more inventories than this the others have a row in the table of verdicts only. */
const mostInventories = 50
/** Findings, undecided rules, facts and rows of a page; a browser still shows and filters them at once. */
const mostEntries = 3000

/** Nothing is fetched, nothing but the page's own style and script holds, and no text ever becomes markup. */
const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Gives the whole page. */
export function documentOf(report: Report): string {
  const { inventories, verdict, tool } = report
  const results = resultsOf(report)
  const matrices = compared(report)
  const beside = besides(report)
  const anchor = anchors()
  for (const id of ['top', 'rules', 'filters']) anchor(id)
  const room = roomOf(mostEntries)
  const shown = inventories.slice(0, mostInventories)
  const others = matrices.slice(0, mostInventories - shown.length)
  const [first] = results
  const title = results.length === 1 && first ? first.file : count(results.length, 'inventory', 'inventories')
  const page = html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${{ markup: policy.replaceAll("'", '&#39;') }}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="${tool.name} ${tool.version}">
    <title>${verdict}: ${title} - ${tool.name}</title>
    <link rel="icon" href="data:,">
    <style>${{ markup: style }}</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header class="top" id="top">
    <h1>Remote Desktop Services migration: ${verdict}</h1>
    <p class="tool">${tool.name} ${tool.version}</p>
    </header>
    ${contents(report, results)}
    <main id="main">
    ${results.length !== 1 && inventoryTable(results, shown.length + others.length)}
    ${inventories.length > 1 && filters()}
    ${shown.map((inventory, number) => inventorySection(report, inventory, number, anchor, room, beside.get(inventory.file)))}
    ${others.map((matrix, index) => matrixSection(matrix, report, shown.length + index))}
    ${ruleList(report)}
    </main>
    <footer><p>This page names servers, collections, groups and paths; pass it on with care. It loads nothing, and its script only filters, groups and copies.</p></footer>
    <script>${{ markup: script }}</script>
    </body>
    </html>
    `
  return page.markup
}

function contents({ inventories, rules, matrices = [] }: Report, results: readonly Result[]): Html {
  const [first] = inventories
  const wasJudged = first !== undefined && first.counts.rules > 0
  const whole = wasJudged
    ? html`<li><a href="#to-do-0">What to do</a></li>${first.topology && html`<li><a href="#picture-0">What stands where</a></li>`}<li><a href="#findings-0">Findings</a></li>`
    : html`${matrices.length > 0 && html`<li><a href="#ways-0">Each target by each method</a></li>`}`
  const links =
    results.length === 1
      ? whole
      : html`${results.slice(0, mostInventories).map(({ file }, number) => html`<li><a href="#inventory-${number}">${file}</a></li>`)}`
  return html`<nav aria-label="Contents"><ul>${links}${rules.length > 0 && html`<li><a href="#rules">Rules and sources</a></li>`}</ul></nav>`
}
