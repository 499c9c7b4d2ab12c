import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../../src/inventory/inventory.ts'
import type { PlanReport } from '../../../src/model/plan-report.ts'
import { planInventory } from '../../../src/plan-inventory.ts'
import { type PlanFormatName, planFormats } from '../../../src/report/plan/index.ts'
import { notesAfter } from '../../../src/report/plan/last-state.ts'
import type { PrettyOptions } from '../../../src/report/pretty.ts'
import { describeBrowser } from '../../support/browser.ts'
import { hostileTexts } from '../../support/hostile.ts'
import { plannedFarm } from '../../support/planned-farm.ts'
import { rendered, tablesOf } from '../../support/rendered-markdown.ts'
import { elements } from '../../support/xml.ts'

/** In this story step 2.18 ends an error and begins a warning, which step 2.29 ends; step 6.2 adds an error and ends another one. */
const file = 'fixtures/classic-mistakes/inventory.json'
const mistakes = simulated(readFileSync(file))
const transition =
  'Sales is on its way: Windows Server 2012 (RDSH01.contoso.example, RDSH02.contoso.example) and Windows Server 2012 R2 (RDSH03.contoso.example), and the old hosts take no new connections. (session-collection-in-transition)'
const mixed =
  'Sales mixes releases: Windows Server 2012 (RDSH01.contoso.example, RDSH02.contoso.example) and Windows Server 2012 R2 (RDSH03.contoso.example). (session-collection-mixed-releases)'
const accepts =
  'RDSH02.contoso.example in Sales retires and still takes new connections. (session-host-accepts-connections)'
const inactive = 'The licence server RDLIC02.contoso.example is not activated. (license-server-not-activated)'

/** All that is wrong in the last state, after the move and as long as it moves. */
const last = notesAfter(mistakes)
const lastFound = last.filter(({ message }) => message !== undefined)

function simulated(bytes: Uint8Array, simulate = true): PlanReport {
  const plan = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', layouts: true, simulate })
  if ('unusable' in plan) throw new Error(JSON.stringify(plan.unusable.diagnostics))
  return plan
}

async function as(format: PlanFormatName, plan: PlanReport, options: PrettyOptions = {}): Promise<string> {
  return (await planFormats[format]())(plan, options)
}

async function rowsOf(plan: PlanReport): Promise<ReadonlyMap<string, Record<string, string>>> {
  const rows: readonly Record<string, string>[] = parse(await as('csv', plan), { columns: true })
  return new Map(rows.map((row) => [row.step ?? '', row]))
}

describe('csv', () => {
  test('tells of each step what it adds, clears and leaves undecided, and its verdict', async () => {
    const rows = await rowsOf(mistakes)
    expect(rows.get('Step 2.18')).toMatchObject({
      verdict: 'blocked',
      added: `warning until step 2.29: ${transition}`,
      cleared: `error since the start: ${mixed}\nwarning since the start: ${accepts}`,
      undecided: '',
      findings: '',
    })
    expect(rows.get('Step 6.2')?.added).toBe(`error to the end: ${inactive}`)
    expect(rows.get('Step 2.10')?.undecided).toMatch(
      /^error: <successor of RDSH06\S+ cannot be judged \(source-release-unsupported\)\. Not known: /,
    )
  })

  test('begins with the state before the first step, and ends with the last one as after the move', async () => {
    const rows = [...(await rowsOf(mistakes)).values()]
    const gaps = mistakes.gaps.map(() => '')
    expect(rows.map(({ step }) => step)).toEqual([
      'before',
      ...mistakes.steps.map(({ step }) => `Step ${step}`),
      ...gaps,
      'final',
    ])
    expect(rows[0]).toMatchObject({ verdict: mistakes.before.verdict, added: '', cleared: '', status: '' })
    expect(rows[0]?.findings?.split('\n')).toHaveLength(mistakes.before.findings.length)
    expect(rows[0]?.findings).toContain(`error until step 2.18: ${mixed}`)
    expect(rows.at(-1)).toMatchObject({ verdict: 'blocked', title: 'After the last step' })
    expect(rows.at(-1)?.findings?.split('\n')).toHaveLength(lastFound.length)
    expect(rows.at(-1)?.undecided?.split('\n')).toHaveLength(last.length - lastFound.length)
  })

  test('fills no cell beyond what a spreadsheet holds, and says what is left out', async () => {
    const [one] = mistakes.final?.findings ?? []
    const many = Array.from({ length: 2000 }, () => one ?? expect.unreachable('it has findings'))
    const row = (await rowsOf({ ...mistakes, final: { verdict: 'blocked', findings: many, undecided: [] } })).get(
      'final',
    )
    expect(row?.findings?.length).toBeLessThan(32_767)
    expect(row?.findings).toMatch(/\n1,\d{3} more; the format json has them all$/)
  })
})

describe('markdown', () => {
  const pageOf = async (plan: PlanReport, options?: PrettyOptions) => rendered(await as('markdown', plan, options))

  test('tells between which steps what is wrong', async () => {
    const tables = tablesOf(await pageOf(mistakes))
    const rows = tables.find(({ title }) => title === 'Between the steps')?.rows
    expect(rows).toContainEqual(['step 2.18', 'step 2.29', `warning: ${transition}`])
    expect(rows).toContainEqual(['the start', 'step 2.18', `error: ${mixed}`])
    expect(rows).toContainEqual(['step 6.2', 'to the end', `error: ${inactive}`])
    expect(rows).toContainEqual(['step 2.10', 'not known', 'undecided: 4 undecided rules, named at the step'])
  })

  test('tells within each step what it adds, opens and clears', async () => {
    const items = elements(await pageOf(mistakes), 'li')
    const step = items.find(({ text }) => text.trim().startsWith('[ ] 2.18 '))
    const told = step === undefined ? [] : elements(step, 'li').map(({ text }) => text)
    expect(told).toEqual([
      `adds warning until step 2.29: ${transition}`,
      `clears error since the start: ${mixed}`,
      `clears warning since the start: ${accepts}`,
    ])
    expect(step?.text).toContain('After it: blocked')
  })

  test('tells of the inventory and of the last state, what blocks nothing counted, or listed where all is asked for', async () => {
    const short = await as('markdown', mistakes)
    expect(short).toContain('\n## Before the first step: blocked\n')
    expect(short).toContain('\n## After the last step: blocked\n')
    expect(short).toMatch(/\n\d+ more that block nothing; `--verbose` lists them\.\n/)
    const page = await pageOf(mistakes, { verbose: true })
    const listed = elements(page, 'li').filter(({ text }) => /^(?:error|warning|info|undecided)\b/.test(text))
    expect(listed).toHaveLength(mistakes.before.findings.length + mistakes.before.undecided.length + last.length)
  })
})

test('pretty says until when and since when', async () => {
  const text = (await as('pretty', mistakes)).replace(/\s+/g, ' ')
  expect(text).toContain(`adds warning until step 2.29: ${transition}`)
  expect(text).toContain(`clears error since the start: ${mixed}`)
  expect(text).toContain(`adds error to the end: ${inactive}`)
  expect((await as('pretty', mistakes, { quiet: true })).replace(/\s+/g, ' ')).toContain(
    'adds warning until step 2.29:',
  )
})

describe('what a step only makes unknown', () => {
  const unknown = mistakes.steps.find(({ step }) => step === '2.3')?.simulation

  test('is in the story: the same part is cleared and open', () => {
    const rule = 'certificate-private-key-not-exportable'
    expect(unknown?.cleared.map((one) => one.rule)).toContain(rule)
    expect(unknown?.undecided.map((one) => one.rule)).toContain(rule)
  })

  test.each(['pretty', 'markdown', 'html', 'csv'] as const)('does not read as cleared in %s', async (format) => {
    const text = (await as(format, mistakes)).replace(/<[^>]*>|\\|\*/g, '').replace(/\s+/g, ' ')
    expect(text).not.toMatch(/clears? (?:warning )?since \S+ \S+: No server can export/i)
    expect(text).toMatch(/No server can export the private key[^.]*\. This cannot be told any more/)
    if (format === 'csv')
      expect((await rowsOf(mistakes)).get('Step 2.3')?.cleared).not.toContain('No server can export')
    if (format !== 'pretty') expect(text).toMatch(/until step 2\.3, which leaves it open: No server can export/)
  })
})

test.each(['markdown', 'html', 'csv', 'pretty'] as const)(
  'a plan that was not simulated says nothing of states in %s',
  async (format) => {
    const text = await as(format, simulated(readFileSync(file), false))
    expect(text).not.toMatch(/[Aa]fter it|Between the steps|After the last step|Before the first step|since the start/)
  },
)

test.each(['markdown', 'html'] as const)(
  'a state in which a rule went wrong does not read as fine in %s',
  async (format) => {
    const text = await as(format, { ...mistakes, final: { verdict: 'unusable', findings: [], undecided: [] } })
    expect(text).toContain('After the last step: unusable')
    expect(text).toContain('A rule went wrong in this state and told nothing')
    expect(text).not.toContain('Nothing was found')
  },
)

describeBrowser('the HTML page of a simulated plan in a browser', (open) => {
  test('tells at a glance between which steps what is wrong, and leads to them', async () => {
    const page = await open(await as('html', mistakes))
    const rows = await page.evaluate<string[]>(
      '[...document.querySelectorAll(".between tbody tr")].map((row) => [...row.cells].map((one) => one.innerText.trim()).join(" / "))',
    )
    expect(rows).toContain(`step 2.18 / step 2.29 / warning ${transition}`)
    expect(rows).toContain(`the start / step 2.18 / error ${mixed}`)
    expect(rows).toContain(`step 6.2 / to the end / error ${inactive}`)
    expect(rows).toContain('step 2.10 / not known / not decided 4 undecided rules, named at the step')
    const lost = await page.evaluate<string[]>(
      '[...document.querySelectorAll("a[href^=\'#\']")].map((one) => one.getAttribute("href").slice(1)).filter((id) => document.getElementById(id) === null)',
    )
    expect(lost).toEqual([])
    expect([page.said, page.requests.length]).toEqual([[], 1])
  })

  test('tells within the checklist what a step adds, opens and clears, with its state in words and colour', async () => {
    const page = await open(await as('html', mistakes))
    const told = (step: string) =>
      page.evaluate<string[]>(
        `[...document.getElementById("step-${step}").querySelectorAll(".more > .entries > .entry")].map((one) => one.innerText.trim())`,
      )
    expect(await told('2.18')).toEqual([
      `warning Adds until step 2.29: ${transition}`,
      `error Clears since the start: ${mixed}`,
      `warning Clears since the start: ${accepts}`,
    ])
    expect((await told('2.10'))[0]).toMatch(/^not decided Leaves undecided: <successor of RDSH06\S+ cannot be judged/)
    const state = 'document.querySelector("#step-2\\\\.18 .tag.t-blocked:last-of-type").innerText'
    expect(await page.evaluate(state)).toBe('after it: blocked')
    const colour = 'getComputedStyle(document.getElementById("step-2.18")).borderLeftColor'
    expect(await page.evaluate(colour)).toBe('rgb(168, 28, 20)')
  })

  test.each(['before', 'final'] as const)('holds all of the state "%s", what blocks nothing folded', async (id) => {
    const { findings, undecided } = mistakes.before
    const expected = id === 'before' ? findings.length + undecided.length : last.length
    const page = await open(await as('html', mistakes))
    const number = `document.querySelectorAll(".${id} .entry").length`
    expect(await page.evaluate(number)).toBe(expected)
    expect(await page.evaluate(`document.querySelector(".${id} h2").innerText`)).toContain(': blocked')
    const shown = `[...document.querySelectorAll(".${id} > .entries > .entry")].every((one) => one.dataset.kind !== "info" && one.getClientRects().length > 0)`
    expect(await page.evaluate(shown)).toBe(true)
  })

  test('says how much had no room', async () => {
    const [one] = mistakes.final?.findings ?? []
    const many = Array.from({ length: 5000 }, () => one ?? expect.unreachable('it has findings'))
    const page = await open(
      await as('html', { ...mistakes, final: { verdict: 'blocked', findings: many, undecided: [] } }),
    )
    expect(await page.evaluate('document.querySelectorAll(".entry").length')).toBeLessThan(3001)
    expect(await page.evaluate('document.querySelector(".final .left-out").innerText')).toMatch(
      /^\d,\d{3} entries more had no room on this page; the format json has them all\.$/,
    )
  })

  test('leaves room for the checklist where a thousand things are wrong between the steps', async () => {
    const [one] = mistakes.final?.findings ?? []
    const added = Array.from({ length: 1000 }, (_, number) => {
      return one ? { ...one, fingerprint: String(number) } : expect.unreachable('it has findings')
    })
    const steps = mistakes.steps.map((step) => {
      return step.step === '1.1' && step.simulation ? { ...step, simulation: { ...step.simulation, added } } : step
    })
    const page = await open(await as('html', { ...mistakes, steps }))
    expect(await page.evaluate('document.querySelectorAll(".between tbody tr").length')).toBe(500)
    expect(await page.evaluate('document.querySelector(".between .left-out").innerText')).toMatch(/^\d+ entries more/)
    expect(await page.evaluate('document.querySelectorAll("#step-1\\\\.1 .entry").length')).toBeGreaterThan(1000)
  })

  test.each(hostile())('%s does nothing in the page', async (_, plan) => {
    const page = await open(await as('html', plan))
    expect([page.said, page.requests.length]).toEqual([[], 1])
    expect(await page.evaluate('document.querySelectorAll("main :is(img, svg, script, iframe)").length')).toBe(0)
  })
})

describe('hostile names in what steps leave', () => {
  test.each(hostile())('%s stays text in Markdown and in its cells', async (_, plan) => {
    const page = rendered(await as('markdown', plan, { verbose: true }))
    for (const name of ['img', 'script', 'svg', 'iframe', 'h3']) expect(elements(page, name)).toEqual([])
    const links = elements(page, 'a').map(({ attributes }) => String(attributes.href))
    expect(links.filter((link) => !link.startsWith('https://learn.microsoft.com/'))).toEqual([])
    const steps = elements(page, 'li').filter(({ text }) => text.trim().startsWith('[ ] '))
    expect(steps).toHaveLength(plan.steps.length)
    const rows = await rowsOf(plan)
    expect(rows.size).toBe(plan.steps.length + 2)
    const lines = [...rows.values()].flatMap((row) => Object.values(row)).flatMap((cell) => cell.split('\n'))
    expect(lines.filter((line) => /^\s*"?[=+@]/.test(line))).toEqual([])
  })
})

/** Simulated plans of a farm whose collection and one host have a hostile name. */
function hostile(): readonly (readonly [string, PlanReport])[] {
  const farm = JSON.stringify(plannedFarm('2012R2', 'migrate'))
  const chosen = hostileTexts.filter(([, text]) => text !== '' && text.length < 1000)
  return chosen.map(([title, text]) => {
    const named: Inventory = JSON.parse(
      farm
        .replaceAll('"Sales"', () => JSON.stringify(text))
        .replaceAll('RDSH03.northwind.example', () => JSON.stringify(text).slice(1, -1)),
    )
    return [title, simulated(new TextEncoder().encode(JSON.stringify(named)))]
  })
}
