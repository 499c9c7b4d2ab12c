import type { Inventory } from '../../src/inventory/inventory.ts'
import type { PlanReport } from '../../src/model/plan-report.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { type Planned, planInventory } from '../../src/plan-inventory.ts'
import { facts, without } from '../estates/facts.ts'
import { randomOf } from '../estates/random.ts'
import { type ReadyEstate, readyEstate } from '../estates/ready-estate.ts'

/**
 * Says how the plans of the estate of a seed, whole and with a fact less, break the law of absent facts; undefined where they
 * keep it: a plan does not become ready for want of a fact, nor does it stay ready without a step that it had, and a step that
 * is open does not become done. Half of the estates are somewhere on the way.
 */
export function lackingBrokenBy(seed: number, count: number): string | undefined {
  const random = randomOf(seed)
  const ready = readyEstate(seed)
  const inventory = seed % 2 === 0 ? ready.inventory : onTheWay(ready, random.below(100) / 100)
  const known = facts(inventory)
  const whole = planned(inventory, ready)
  for (let time = 0; time < count; time++) {
    const way = random.pick(known)
    const less = planned(without(inventory, way), ready)
    const broken = 'unusable' in whole || 'unusable' in less ? 'there is no plan' : brokenBy(whole, less)
    if (broken !== undefined) return `without /${way.join('/')} ${broken}`
  }
  return undefined
}

function brokenBy(whole: PlanReport, less: PlanReport): string | undefined {
  if (whole.verdict !== 'ready' && less.verdict === 'ready') return `${whole.verdict} becomes ready`
  const now = new Map(less.steps.map(({ operation, status }) => [JSON.stringify(operation), status]))
  for (const { operation, status } of whole.steps) {
    if (status === 'done') continue
    const key = JSON.stringify(operation)
    if (now.get(key) === 'done') return `${key} becomes done`
    if (!now.has(key) && less.verdict === 'ready') return `${key} is no step any more, and the plan is ready`
  }
  return undefined
}

/** The inventory after a part of its plan. */
function onTheWay({ inventory, target, method }: ReadyEstate, part: number): Inventory {
  const plan = planned(inventory, { target, method })
  const steps = 'unusable' in plan ? [] : plan.steps
  const done = steps.slice(0, Math.floor(part * steps.length))
  // A report writes operations as they are.
  const operations = done.map(({ operation }) => operation as unknown as Operation)
  const now = operations.reduce((state, operation) => apply(state, operation, target), inventory)
  return { ...now, migration: { ...now.migration, phase: 'during' } }
}

function planned(inventory: Inventory, { target, method }: Pick<ReadyEstate, 'target' | 'method'>): Planned {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  return planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', target, method })
}
