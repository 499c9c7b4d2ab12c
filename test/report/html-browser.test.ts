import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { largeEstate } from '../../scripts/estates/large-estate.ts'
import { lint } from '../../src/lint.ts'
import { html } from '../../src/report/html.ts'
import { aTopology } from '../support/a-topology.ts'
import { answeredReport } from '../support/answered-report.ts'
import { describeBrowser, type Page } from '../support/browser.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aFinding, anInventory, anUndecided, aReport, sampleReport } from '../support/sample-report.ts'

const mistakes = pageOf('classic-mistakes')
const inPart = pageOf('seen-in-part')
const drawn = aReport([anInventory({ topology: aTopology(), findings: [aFinding()], undecided: [anUndecided()] })])

/** Days and what the inventory fixes to a few words. */
const kept = ['role', 'asOf', 'collectedOn', 'expires', 'release']

/** Texts that would run, load, or leave their place if anything in a page took them for markup. */
const traps: readonly (readonly [title: string, text: string])[] = [
  ...hostileTexts.filter(([, text]) => text.length < 1000),
  ['a script', '<script>alert(1)</script>'],
  ['an image that fails', '"\'><img src=x onerror=alert(1)><a href=javascript:alert(1)>x'],
  ['the end of the style', '</style><script src=https://evil.example/x.js></script>'],
  ['an entity', '&lt;img src=x onerror=alert(1)&gt;'],
]

describeBrowser('the HTML page in a browser', (open) => {
  test('asks for nothing but itself, and its policy refuses nothing of its own', async () => {
    const page = await open(mistakes)
    await choose(page, 'group-by', 'server')
    await page.evaluate('document.querySelector(".copy").click()')
    expect(page.requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1)
    expect(page.said).toEqual([])
  })

  test.each(traps)('nothing of %s runs, loads or becomes markup', async (_, text) => {
    const page = await open(html(withEverywhere(drawn, text, kept)))
    for (const group of ['server', 'collection', 'step']) await choose(page, 'group-by', group)
    await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true })')
    expect(page.requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1)
    expect(page.said).toEqual([])
    expect(await page.evaluate('document.querySelectorAll("img, svg, iframe, script[src], main script").length')).toBe(
      0,
    )
    expect(await page.evaluate('document.querySelectorAll("a[href^=javascript]").length')).toBe(0)
  })

  test('reads whole without script: every finding and everything undecided, and no control that does nothing', async () => {
    const page = await open(inPart, { script: false })
    const words = await page.evaluate<string>('document.body.innerText')
    expect(words).toMatch(/^Undecided/m)
    expect(words).toContain('Findings, step by step')
    expect(words).toContain('Not known, and how to find out')
    expect(await page.evaluate(shownCount('.filters, button, select, input'))).toBe(0)
    expect(await page.evaluate(shownCount('.by-step .entry'))).toBe(58)
  })

  test.each([
    ['kind', 'error', '.entry:not([data-kind=error])'],
    ['kind', 'undecided', '.entry:not([data-kind=undecided])'],
    ['step', 'certificates', '.entry:not([data-step=certificates])'],
    ['server', '0-1', '.entry:not([data-servers~="0-1"])'],
    ['collection', '0-0', '.entry:not([data-collections~="0-0"])'],
  ])('filters by %s', async (name, value, others) => {
    const page = await open(name === 'kind' && value === 'undecided' ? inPart : mistakes)
    const all = await page.evaluate<number>(shownCount('.by-step .entry'))
    await choose(page, `filter-${name}`, value)
    const shown = await page.evaluate<number>(shownCount('.by-step .entry'))
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(all)
    expect(await page.evaluate(shownCount(`.by-step ${others}`))).toBe(0)
    expect(await page.evaluate('document.getElementById("filter-count").textContent')).toBe(
      `${shown} of ${all} findings and open questions shown`,
    )
    await page.evaluate('document.getElementById("filter-reset").click()')
    expect(await page.evaluate(shownCount('.by-step .entry'))).toBe(all)
  })

  test.each([
    ['server', 'RDSH03.contoso.example'],
    ['collection', 'Sales'],
  ])('groups by %s, each finding under what it sits on, and loses none', async (name, group) => {
    const page = await open(mistakes)
    await choose(page, 'group-by', name)
    expect(await page.evaluate('[...document.querySelectorAll(".grouped h4")].map((h) => h.textContent)')).toContain(
      group,
    )
    const rules = await page.evaluate<string>('document.querySelector(".grouped").innerText')
    for (const rule of new Set([...mistakes.matchAll(/Rule <a[^>]*>([\w-]+)/g)].map(([, id]) => id ?? '')))
      expect(rules).toContain(rule)
    expect(await page.evaluate(shownCount('.by-step .entry'))).toBe(0)
  })

  test('keeps a filter in the address, and takes one from there', async () => {
    const page = await open(mistakes, { hash: '#?kind=error&step=licensing' })
    expect(await page.evaluate(shownCount('.by-step .entry'))).toBe(2)
    await choose(page, 'filter-step', '')
    expect(await page.evaluate('location.hash')).toBe('#?kind=error')
  })

  test('a link to a finding shows it, though a filter hides it', async () => {
    const page = await open(mistakes)
    await choose(page, 'filter-kind', 'info')
    await page.evaluate('document.querySelector(".topology a.k-error").click()')
    await page.evaluate('new Promise((done) => setTimeout(done))')
    expect(await page.evaluate('document.querySelector(":target").getClientRects().length')).toBe(1)
  })

  test('is walked with the keyboard: the skip link first, then contents, commands, the picture, the filter', async () => {
    const page = await open(mistakes)
    const seen: string[] = []
    for (let steps = 0; steps < 6; steps++) {
      await page.press('Tab')
      seen.push(await page.evaluate<string>('document.activeElement.textContent.trim()'))
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none')
    }
    expect(seen.slice(0, 5)).toEqual([
      'Skip to the report',
      'What to do',
      'What stands where',
      'Findings',
      'Rules and sources',
    ])
    const order = await page.evaluate<string[]>(
      '[...document.querySelectorAll("a[href], button, select, input, summary")].map((one) => one.tabIndex)',
    )
    expect(new Set(order)).toEqual(new Set([0]))
  })

  test('is another page in the dark, and both can be read', async () => {
    const colours: string[] = []
    for (const scheme of ['light', 'dark'] as const) {
      for (const document of [mistakes, inPart, html(answeredReport()), html(sampleReport()), html(drawn)]) {
        const page = await open(document, { scheme })
        await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true })')
        expect(await page.evaluate(faintTexts)).toEqual([])
        colours.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'))
      }
    }
    expect(new Set(colours).size).toBe(2)
  })

  test.each([
    ['a wide screen', 1280],
    ['a telephone', 400],
    ['a narrow telephone', 320],
  ])('fits %s without moving sideways', async (_, width) => {
    for (const document of [
      mistakes,
      inPart,
      html(sampleReport()),
      html(withEverywhere(drawn, 'A'.repeat(5000), kept)),
    ]) {
      const page = await open(document, { width })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  })

  test('prints, with what is folded and without the controls', async () => {
    const page = await open(mistakes)
    const pdf = await page.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(50_000)
    expect(await page.evaluate(shownCount('.filters, .copy, nav'))).toBe(0)
    expect(await page.evaluate(shownCount('.rules details:not([open]) td'))).toBeGreaterThan(100)
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
  })

  test('stays usable with 2,000 servers: small, and read and filtered in a few times what a bare list takes', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(largeEstate(2000)))
    const document = html(lint([{ file: 'farm.json', bytes }], { asOf: '2026-11-24', topology: true }))
    expect(document.length).toBeLessThan(600_000)
    const page = await open(document)
    const nodes = await page.evaluate<number>('document.querySelectorAll("*").length')
    expect(nodes).toBeLessThan(10_000)
    // The floor is a layout of as many plain elements on the same, perhaps busy, machine.
    const ratio = await page.evaluate<number>(`(() => {
      const best = (work) => Math.min(...[1, 2, 3, 4, 5].map(() => { const start = performance.now(); work(); return performance.now() - start }))
      const select = document.getElementById('filter-kind')
      const filter = best(() => { for (const value of ['error', 'undecided', '']) { select.value = value; select.dispatchEvent(new Event('input')); document.body.offsetHeight } })
      const floor = best(() => { const list = document.createElement('ul'); for (let at = 0; at < ${nodes}; at++) list.append(document.createElement('li')); document.body.append(list); document.body.offsetHeight; list.remove(); document.body.offsetHeight })
      return filter / floor
    })()`)
    expect(ratio).toBeLessThan(5)
  })
})

function pageOf(story: string): string {
  const file = `fixtures/${story}/inventory.json`
  return html(lint([{ file, bytes: readFileSync(file) }], { asOf: '2026-11-24', topology: true }))
}

async function choose(page: Page, control: string, value: string): Promise<void> {
  await page.evaluate(`(() => {
    const control = document.getElementById(${JSON.stringify(control)})
    control.value = ${JSON.stringify(value)}
    control.dispatchEvent(new Event('input'))
  })()`)
}

function shownCount(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).length`
}

/** Gives the texts whose contrast to what they stand on is below 4.5, as WCAG 2 counts it. */
const faintTexts = `(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor
      if ((channels(colour)[3] ?? 1) > 0) return colour
    }
    return 'rgb(255, 255, 255)'
  }
  const faint = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (walker.currentNode.data.trim() === '' || !element.checkVisibility() || element.localName === 'option') continue
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))]
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5) faint.add(element.className + ': ' + walker.currentNode.data.slice(0, 40))
  }
  return [...faint]
})()`
