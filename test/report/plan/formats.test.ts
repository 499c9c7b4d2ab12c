import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../../src/inventory/inventory.ts'
import type { PlanReport } from '../../../src/model/plan-report.ts'
import { planInventory } from '../../../src/plan-inventory.ts'
import { type PlanFormatName, planFormats } from '../../../src/report/plan/index.ts'
import { planStyle, planStyleHash } from '../../../src/report/plan/page-style.ts'
import schema from '../../../src/report/plan/plan.schema.json' with { type: 'json' }
import reportSchema from '../../../src/report/report.schema.json' with { type: 'json' }
import { hostileTexts } from '../../support/hostile.ts'
import { plannedFarm } from '../../support/planned-farm.ts'

const names = Object.keys(planFormats) as readonly PlanFormatName[]

function plan(inventory: Inventory): PlanReport {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const planned = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', layouts: true })
  if ('unusable' in planned) throw new Error(JSON.stringify(planned.unusable.diagnostics))
  return planned
}

async function as(format: PlanFormatName, report: PlanReport): Promise<string> {
  return (await planFormats[format]())(report, {})
}

const ready = plan(plannedFarm('2012R2', 'migrate'))

describe('json', () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(schema)

  test.each([
    ['of a ready plan', ready],
    [
      'of a plan that is blocked and has gaps',
      plan({ ...plannedFarm('2022', 'migrate'), deployment: { highAvailability: null } }),
    ],
    ['of a plan without steps', plan({ ...plannedFarm('2022', 'migrate'), deployment: null, servers: [] })],
  ])('%s follows its schema', async (_, report) => {
    validate(JSON.parse(await as('json', report)))
    expect(validate.errors).toBeNull()
  })

  test('shares its findings with reports, word for word', () => {
    const shared = Object.entries(schema.$defs).filter(([name]) => Object.hasOwn(reportSchema.$defs, name))
    expect(shared.map(([name]) => name)).toContain('finding')
    for (const [name, definition] of shared)
      expect({ name, definition }).toEqual({ name, definition: (reportSchema.$defs as Record<string, unknown>)[name] })
  })
})

describe('html', () => {
  test('holds nothing but its own style, runs nothing and fetches nothing', async () => {
    const page = await as('html', ready)
    expect(`sha256-${createHash('sha256').update(planStyle).digest('base64')}`).toBe(planStyleHash)
    expect(page).toContain(`style-src &#39;${planStyleHash}&#39;`)
    expect(page).not.toMatch(/<script|<img|<iframe|<object|\ssrc=|\son\w+=|\sstyle=/)
  })

  test('has a box for each step, marks what interrupts service, and pictures around each stage', async () => {
    const page = await as('html', ready)
    expect(page.match(/class="box"/g)).toHaveLength(ready.steps.length)
    expect(page.match(/t-interrupts/g)?.length).toBeGreaterThan(
      ready.steps.filter(({ interrupts }) => interrupts).length,
    )
    expect(page.match(/<figure class="states">/g)?.length).toBeGreaterThan(4)
  })

  test('says that an estimate is for a server, not for each of its steps, and has none where no page has one', async () => {
    const page = await as('html', ready)
    const certificates = ready.steps.filter(({ category }) => category === 'certificates')
    expect(page.match(/ h(?: or more)? for its server</g)).toHaveLength(ready.steps.length - certificates.length)
  })
})

test('csv has a row for each step and whole cells', async () => {
  const text = await as('csv', ready)
  expect(text.split('\r\n')).toHaveLength(ready.steps.length + 2)
  expect(text).toContain('step,stage,status,title,interrupts,estimate,subjects,commands,verify,because\r\n')
})

test('pretty keeps to 80 columns but for commands', async () => {
  const long = (await as('pretty', ready)).split('\n').filter((line) => line.length > 80)
  expect(long.filter((line) => !/^ +(?:do|check)? {2,}\S/.test(line))).toEqual([])
})

describe('hostile names', () => {
  const farm = plannedFarm('2012R2', 'migrate')
  const named = (text: string): Inventory =>
    JSON.parse(
      JSON.stringify(farm)
        .replaceAll('"Sales"', () => JSON.stringify(text))
        .replaceAll('RDSH03.northwind.example', () => JSON.stringify(text).slice(1, -1)),
    )

  test.each(hostileTexts.filter(([, text]) => text !== ''))('%s does nothing in any format', async (_, text) => {
    const report = plan(named(text))
    for (const format of names) {
      const written = await as(format, report)
      // Line ends are the only control characters that a format writes.
      expect(written.replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|[\u202a-\u202e]/u)
      if (format !== 'json') expect(written).not.toMatch(/^::|^##(?:vso)?\[/m)
      if (format === 'html') expect(written.match(/<(?:script|img|svg|iframe)\b/i)).toBeNull()
      if (format === 'csv') expect(written).not.toMatch(/(?:^|[,;]|\n)"?[=+@]/)
    }
  })
})
