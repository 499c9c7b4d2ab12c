import { describe, expect, test } from 'vitest'
import type { Inventory } from '../src/inventory/inventory.ts'
import type { PlanOptions } from '../src/lint-to-plan.ts'
import type { PlanReport } from '../src/model/plan-report.ts'
import { methods } from '../src/model/report.ts'
import { supportedTargets } from '../src/model/targets.ts'
import { planInventory } from '../src/plan-inventory.ts'
import { plannedFarm } from './support/planned-farm.ts'

function plan(inventory: Inventory, options: Partial<PlanOptions> = {}): PlanReport {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const planned = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', ...options })
  if ('unusable' in planned) throw new Error(JSON.stringify(planned.unusable.diagnostics))
  return planned
}

describe.each(supportedTargets.flatMap((target) => methods.map((method) => ({ target, method }))))(
  'to $target, $method',
  ({ target, method }) => {
    const found = plan(plannedFarm(target, method))

    test('is ready, and every step tells what to type, how to check and who says so', () => {
      expect(found.verdict).toBe('ready')
      for (const { step, commands, verify, sources } of found.steps)
        expect({ step, told: [commands, verify, sources].every((list) => list.length > 0) }).toEqual({
          step,
          told: true,
        })
    })

    test('cites the pages on the order, also the one that says otherwise', () => {
      expect(new Set(found.order.map(({ stance }) => stance))).toEqual(new Set(['requires', 'contradicts']))
    })
  },
)

test('counts what Microsoft estimates once for each server, not for each step', () => {
  const { stages } = plan(plannedFarm('2012R2', 'migrate'))
  expect(stages.map(({ category, servers, hours, atLeast }) => [category, servers, hours, atLeast])).toEqual([
    ['connection-broker', 2, 6, false],
    ['session-collections', 3, 3, false],
    ['virtual-desktop-collections', 1, 3, true],
    ['web-access', 1, 1, false],
    ['gateway', 1, 1, false],
    ['licensing', 1, 1, false],
    ['certificates', 0, 0, false],
  ])
})

describe('the verdict is the worst', () => {
  const farm = plannedFarm('2012R2', 'migrate')

  test('of the inventory in its own phase', () => {
    const broken = { ...farm, deployment: { ...farm.deployment, highAvailability: null } }
    const found = plan(broken)
    expect([found.before.verdict, found.verdict]).toEqual(['blocked', 'blocked'])
  })

  test('of the steps, with the rule and what would have to be known', () => {
    const servers = farm.servers?.map((server) => {
      const { operatingSystem: _, ...rest } = server
      return server.name === 'RDSH11.northwind.example' ? rest : server
    })
    const found = plan({ ...farm, ...(servers && { servers }) })
    expect(found.verdict).toBe('undecided')
    const [open] = found.steps.filter(({ status }) => status === 'undecided')
    expect(open?.because).toEqual([
      {
        rule: 'session-host-newer-than-broker',
        message: expect.stringContaining('RDSH11'),
        missing: ['operating system of RDSH11.northwind.example'],
      },
    ])
  })

  test('of what it could not see', () => {
    const { virtualDesktopCollections: _, ...deployment } = farm.deployment ?? {}
    const found = plan({ ...farm, deployment })
    expect(found.gaps.length).toBeGreaterThan(0)
    expect(found.verdict).toBe('undecided')
  })
})

test('an inventory without a target has no plan, and the choices are told', () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ schemaVersion: 1 }))
  const planned = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24' })
  expect('unusable' in planned && planned.unusable.diagnostics[0]?.message).toContain('2012R2, 2016, 2019, 2022, 2025')
})

test('shows what stands where only when it is asked for', () => {
  const farm = plannedFarm('2012R2', 'migrate')
  expect(plan(farm).layout).toBeUndefined()
  const { layout, stages } = plan(farm, { layouts: true })
  expect(layout?.boxes.find(({ title }) => title === 'Connection brokers')?.servers).toEqual([
    { name: 'RDCB01.northwind.example', release: '2012', note: 'active' },
    { name: 'RDCB03.northwind.example', release: '2012' },
  ])
  const [first] = stages
  expect(first?.layout?.boxes.find(({ title }) => title === 'Connection brokers')?.servers).toEqual([
    { name: 'RDCB01.northwind.example', release: '2012R2', note: 'active' },
    { name: 'RDCB13.northwind.example', release: '2012R2' },
  ])
})
