import { expect, test } from 'vitest'
import { facts, without } from '../../scripts/estates/facts.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import type { PlanReport } from '../../src/model/plan-report.ts'
import { planInventory } from '../../src/plan-inventory.ts'
import { plannedFarm } from '../support/planned-farm.ts'

function plan(inventory: Inventory): PlanReport {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const planned = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24' })
  if ('unusable' in planned) throw new Error(JSON.stringify(planned.unusable.diagnostics))
  return planned
}

test.each([
  ['2012R2', 'migrate'],
  ['2016', 'in-place'],
  ['2022', 'migrate'],
] as const)(
  'with a fact less a plan to %s, %s, is no shorter and has no more done, or is not ready',
  (target, method) => {
    const farm = plannedFarm(target, method)
    const operations = ({ steps }: PlanReport) => steps.map(({ operation }) => JSON.stringify(operation))
    const whole = operations(plan(farm))
    const broken = facts(farm).filter((way) => {
      const less = plan(without(farm, way))
      const [known, told] = [new Set(whole), new Set(operations(less))]
      const isSame = whole.every((one) => told.has(one)) && [...told].every((one) => known.has(one))
      const isDone = less.steps.some(
        ({ status, operation }) => status === 'done' && known.has(JSON.stringify(operation)),
      )
      return isDone || (less.verdict === 'ready' && !isSame)
    })
    expect(broken.map((way) => way.join('/'))).toEqual([])
  },
)
