import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../../src/inventory/inventory.ts'
import type { PlanReport } from '../../../src/model/plan-report.ts'
import { planInventory } from '../../../src/plan-inventory.ts'
import { type PlanFormatName, planFormats } from '../../../src/report/plan/index.ts'
import { plannedFarm } from '../../support/planned-farm.ts'

function simulated(inventory: Inventory): PlanReport {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const planned = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', simulate: true })
  if ('unusable' in planned) throw new Error(JSON.stringify(planned.unusable.diagnostics))
  return planned
}

/** A report in a format, in one line, as a reader of the page sees it. */
async function read(format: PlanFormatName, report: PlanReport): Promise<string> {
  const text = (await planFormats[format]())(report, {})
  return text.replace(/<[^>]*>|\*\*|\\(?=[-_()])|^[ >-]+/gm, '').replace(/\s+/g, ' ')
}

const farm = plannedFarm('2022', 'migrate')
const readable = ['pretty', 'markdown', 'csv', 'html'] as const

describe('a step that leaves an error', () => {
  // The new host runs no machine of such an old version.
  const aged = simulated(
    JSON.parse(JSON.stringify(farm).replaceAll('"configurationVersion":"9.0"', '"configurationVersion":"5.0"')),
  )
  const step = aged.steps.find(({ simulation }) => simulation?.added.some(({ severity }) => severity === 'error'))
  const message = step?.simulation?.added.find(({ severity }) => severity === 'error')?.message ?? expect.unreachable()

  test.each(readable)('says so in %s, and what the last state lacks', async (format) => {
    const text = await read(format, aged)
    expect(aged.steps.every(({ status }) => status === 'open')).toBe(true)
    expect(text).toMatch(/[Aa]dds error|error to the end|error until/)
    expect(text).toContain(message)
    expect(text.slice(text.indexOf('After the last step'))).toContain(message)
  })

  test.each(['pretty', 'markdown', 'html'] as const)(
    'is what comes next where the inventory is fine in %s',
    async (format) => {
      const fine = { ...aged, before: { ...aged.before, verdict: 'ready' as const } }
      expect(await read(format, fine)).toContain(`Look at step ${step?.step}: ${message}`)
    },
  )
})

describe('a host that nobody knows', () => {
  const servers = farm.servers?.filter(({ name }) => !name.startsWith('RDSH13')) ?? []
  const less = simulated({ ...farm, servers })

  test('is told once for all rules that wait for it in pretty', async () => {
    const text = await read('pretty', less)
    const joins = text.indexOf('Create collection Finance new')
    const opens = text.slice(joins, text.indexOf('Drain RDSH03'))
    expect(opens.match(/Not known: operating system of RDSH13\.northwind\.example\. Waits: /g)).toHaveLength(1)
  })
})

test('csv has a row for everything that keeps a plan from being ready', async () => {
  const { virtualDesktopCollections: _, ...deployment } = farm.deployment ?? {}
  const report = simulated({ ...farm, deployment })
  const text = (await planFormats.csv())(report, {})
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true })
  const open = rows.filter(({ step }) => step === '')
  expect(open.map(({ stage, status }) => [stage, status])).toEqual([['Virtual desktop collections', 'undecided']])
  expect(open[0]?.title).toContain('Not all virtual desktop collections are known')
  expect(rows[0]).toMatchObject({ step: 'before', verdict: 'undecided' })
  expect(rows.at(-1)).toMatchObject({ step: 'final', verdict: 'undecided' })
})

test.each(readable.filter((format) => format !== 'csv'))(
  'what only the last state lacks is told with the verdict in %s',
  async (format) => {
    const chain = [...(farm.migration?.servers ?? []), { source: 'RDSH13.northwind.example' }]
    const report = simulated({ ...farm, migration: { ...farm.migration, servers: chain } })
    expect([report.verdict, report.final?.verdict]).toEqual(['ready', 'blocked'])
    const text = await read(format, report)
    expect(text.toLowerCase()).toContain('nothing stands against the steps, but what they leave in the end is blocked')
    expect(text).toContain('Look at what the last step leaves: RDSH13.northwind.example retires')
  },
)

test.each(readable)('what stands against every state of the move, and not before it, is told in %s', async (format) => {
  const small = plannedFarm('2012R2', 'migrate')
  const report = simulated({ ...small, migration: { ...small.migration, profileDiskLocations: [] } })
  expect([report.before.verdict, report.final?.verdict, report.verdict]).toEqual(['ready', 'ready', 'blocked'])
  expect(await read(format, report)).toMatch(/as long as it moves: Profile disks of Sales are at/)
})

test('what stands against every state of the move is told in json too', async () => {
  const small = plannedFarm('2012R2', 'migrate')
  const report = simulated({ ...small, migration: { ...small.migration, profileDiskLocations: [] } })
  const { verdict, final, lasting } = JSON.parse(await (await planFormats.json())(report, {}))
  expect([verdict, final.verdict, lasting?.verdict]).toEqual(['blocked', 'ready', 'blocked'])
  expect(lasting.findings.map(({ message }: { readonly message: string }) => message).join('\n')).toContain(
    'Profile disks of Sales are at',
  )
})

test.each(['pretty', 'markdown', 'html'] as const)(
  'a plan with a state that no rule could judge is no missing plan in %s',
  async (format) => {
    const text = await read(format, { ...simulated(farm), verdict: 'unusable' })
    expect(text).not.toContain('here is no plan')
    expect(text).toMatch(/[Aa] rule went wrong in a state of the plan/)
    expect(text).not.toContain('Begin with step')
  },
)
