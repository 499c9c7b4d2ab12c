import type { Layout, LayoutBox, LayoutServer } from '../../model/plan-report.ts'
import { type Release, releases } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import { type Html, html } from '../html/markup.ts'
import { grouped } from '../pretty/words.ts'

/** Of a box with more servers than this the others are counted. */
const most = 24
/** Of a picture with more boxes than this the others are counted. */
const mostBoxes = 60

/** Gives what stands where as a picture made of boxes, so that it reads as well without its style. */
export function picture({ boxes }: Layout, target: Release): Html {
  const left = boxes.length - mostBoxes
  return html`<div class="boxes">${boxes.slice(0, mostBoxes).map((one) => part(one, target))}</div>${
    left > 0 && html`<p class="soft">and ${grouped(left)} more</p>`
  }`
}

/** Gives the parts of two layouts that differ, side by side; undefined where nothing does. */
export function change(before: Layout, after: Layout, target: Release): Html | undefined {
  const titles = [...new Set([...before.boxes, ...after.boxes].map(({ title }) => title))]
  const [earlier, later] = [byTitle(before), byTitle(after)]
  const changed = titles.filter((title) => JSON.stringify(earlier.get(title)) !== JSON.stringify(later.get(title)))
  if (changed.length === 0) return undefined
  const side = (name: string, boxes: ReadonlyMap<string, LayoutBox>) => {
    const shown = changed.flatMap((title) => boxes.get(title) ?? [])
    return html`<div class="state"><h3>${name}</h3>${shown.length === 0 ? html`<p class="soft">nothing of it</p>` : picture({ boxes: shown }, target)}</div>`
  }
  return html`<figure class="states">${side('Before', earlier)}${side('After', later)}</figure>`
}

function byTitle({ boxes }: Layout): ReadonlyMap<string, LayoutBox> {
  return new Map(boxes.map((one) => [one.title, one]))
}

function part({ title, servers, isWhole }: LayoutBox, target: Release): Html {
  const left = servers.length - most
  return html`<div class="part"><h4>${title}</h4>
    <ul>${servers.slice(0, most).map((server) => item(server, target))}</ul>
    ${servers.length === 0 && isWhole && html`<p class="soft">none</p>`}${left > 0 && html`<p class="soft">and ${grouped(left)} more</p>`}${
      !isWhole && html`<p class="soft">perhaps others: not all are known</p>`
    }</div>
    `
}

function item({ name, release, note }: LayoutServer, target: Release): Html {
  const age = release === undefined ? 'none' : releases.indexOf(release) < releases.indexOf(target) ? 'old' : 'new'
  return html`<li><span>${name}</span> <span class="release r-${age}">${release === undefined ? 'not known' : releaseName(release)}</span>${
    note !== undefined && html` <span class="soft">${note}</span>`
  }</li>`
}
