import { describe, expect, test } from 'vitest'
import { readyEstate } from '../../scripts/estates/ready-estate.ts'
import { checkRunbook } from '../../src/check-runbook.ts'
import { createEstate } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import { timestampOf } from '../../src/model/instant.ts'
import { documentedPlan } from '../../src/plan/documented-plan.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { constraints, worldOf } from '../support/order-constraints.ts'

const today = timestampOf('2026-11-24') ?? expect.unreachable('the day is one')
const seen = new Set<string>()

describe('two neighbours of the documented order that change places', () => {
  test.each([1, 11, 21, 31])(
    'are named by the rule of the constraint that they break, and else not at all, from seed %i on',
    (first) => {
      const wrong = Array.from({ length: 10 }, (_, index) => first + index).flatMap(wrongSwaps)
      expect(wrong.slice(0, 3)).toEqual([])
    },
    300_000,
  )

  test('break each constraint that neighbours can break', () => {
    const apart = [
      'apps are published before their collection goes',
      'a collection is made before apps are published in it',
    ]
    const names = constraints.map(({ name }) => name)
    expect(names.filter((name) => !seen.has(name)).sort()).toEqual(apart.sort())
  })
})

function wrongSwaps(seed: number): readonly string[] {
  const { inventory, target, method } = readyEstate(seed)
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const known = loadInventory(bytes).inventory ?? expect.unreachable('ready estates are usable')
  const estate = createEstate(known, { target, method, phase: 'before', today })
  const steps = documentedPlan(estate).steps.map(({ operation }) => operation)
  const check = (operations: readonly Operation[]) => {
    const runbook = { file: 'runbook.yaml', bytes: new TextEncoder().encode(JSON.stringify({ steps: operations })) }
    const report = checkRunbook({ file: 'inventory.json', bytes }, runbook, { asOf: '2026-11-24', target, method })
    return 'steps' in report ? report : expect.unreachable(JSON.stringify(report))
  }
  return steps.slice(1).flatMap((then, at) => {
    const now = steps[at] as Operation
    const report = check(steps.with(at, then).with(at + 1, now))
    const named = new Set(
      report.steps.flatMap((step) => [
        ...step.violations.map(({ rule }) => rule),
        ...step.added.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        ...step.undecided.filter(({ severity }) => severity === 'error').map(({ rule }) => `undecided ${rule}`),
      ]),
    )
    const world = worldOf(known as Inventory, steps.slice(0, at))
    const broken = constraints.filter(({ isBroken }) => isBroken(now, then, world))
    for (const { name } of broken) seen.add(name)
    const expected = new Set(broken.map(({ rule }) => rule))
    const allowed = new Set(broken.flatMap(({ rule, follows = [] }) => [rule, ...follows]))
    const isAsExpected =
      [...expected].every((rule) => named.has(rule)) &&
      [...named].every((rule) => allowed.has(rule)) &&
      (report.verdict === 'ready') === (expected.size === 0)
    if (isAsExpected) return []
    const swap = `${JSON.stringify(then)} before ${JSON.stringify(now)}`
    return [
      `seed ${seed}: ${swap} is ${report.verdict}, names ${[...named]}, and breaks ${broken.map(({ name }) => name)}`,
    ]
  })
}
