import { describe, expect, test } from 'vitest'
import { readyEstate } from '../../scripts/estates/ready-estate.ts'
import { checkRunbook } from '../../src/check-runbook.ts'
import { createEstate } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { loadInventory } from '../../src/inventory/load.ts'
import { timestampOf } from '../../src/model/instant.ts'
import type { CheckedStep, RunbookReport } from '../../src/model/runbook-report.ts'
import { definitions } from '../../src/plan/definitions.ts'
import { documentedPlan } from '../../src/plan/documented-plan.ts'
import { nameOf, type Operation, type OperationName } from '../../src/plan/operation.ts'
import { type Constraint, constraints } from '../support/order-constraints.ts'
import { type World, worldOf } from '../support/order-world.ts'

const today = timestampOf('2026-11-24') ?? expect.unreachable('the day is one')
const exercised = new Set<string>()
const silent = new Set<string>()

describe('two neighbours of the documented order that change places', () => {
  test.each([1, 11, 21, 31])(
    'are named by the rule of the constraint that they break, and else not at all, from seed %i on',
    (first) => {
      const wrong = seeds(first).flatMap((seed) => {
        const order = orderOf(seed)
        return order.steps.slice(1).flatMap((_, at) => wrongMove(order, at + 1, at))
      })
      expect(wrong.slice(0, 3)).toEqual([])
    },
    300_000,
  )
})

describe('a step that comes as much too early or too late as no constraint forbids', () => {
  // Small estates that break every constraint between them.
  test.each([
    [146, 44, 50, 51],
    [96, 27, 6],
    [1, 22, 77],
    [23, 106, 410],
  ])(
    'stays silent, and one place further is named by the rule of the constraint that it breaks',
    (...list) => {
      const wrong = list.flatMap((seed) => wrongFarMoves(orderOf(seed)))
      expect(wrong.slice(0, 3)).toEqual([])
    },
    300_000,
  )

  test('is named too where no licences of the target stand between a licence server and the hosts', () => {
    expect(wrongFarMoves(orderOf(137, 'installLicenses'))).toEqual([])
  }, 300_000)
})

test('each constraint is broken somewhere, and each operation changes places somewhere without breaking any', () => {
  expect(constraints.map(({ name }) => name).filter((name) => !exercised.has(name))).toEqual([])
  expect(Object.keys(definitions).filter((name) => !silent.has(name))).toEqual([])
})

/** A documented plan, and how the tool judges its steps in another order. */
interface Order {
  readonly seed: number
  readonly steps: readonly Operation[]
  readonly world: (steps: readonly Operation[]) => World
  readonly check: (steps: readonly Operation[]) => RunbookReport
}

function orderOf(seed: number, without?: OperationName): Order {
  const { inventory, target, method } = readyEstate(seed)
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const known = loadInventory(bytes).inventory ?? expect.unreachable('ready estates are usable')
  const estate = createEstate(known, { target, method, phase: 'before', today })
  return {
    seed,
    steps: documentedPlan(estate)
      .steps.map(({ operation }) => operation)
      .filter((operation) => nameOf(operation) !== without),
    world: (steps) => worldOf(known as Inventory, target, steps),
    check: (steps) => {
      const runbook = { file: 'runbook.yaml', bytes: new TextEncoder().encode(JSON.stringify({ steps })) }
      const report = checkRunbook({ file: 'inventory.json', bytes }, runbook, { asOf: '2026-11-24', target, method })
      return 'steps' in report ? report : expect.unreachable(JSON.stringify(report))
    },
  }
}

/** How far a step can go ahead, or back, before it meets one that it may not change places with. */
function limit(order: Order, from: number, direction: -1 | 1): number {
  let to = from
  while (order.steps[to + direction] && brokenBy(order, from, to + direction).length === 0) to += direction
  return to
}

/** The constraints that a step breaks which goes past the one at a place, from the places between. */
function brokenBy({ steps, world }: Order, from: number, past: number): readonly Constraint[] {
  const [moved, other] = [steps[from], steps[past]] as readonly Operation[]
  const before = steps.slice(0, past).filter((_, at) => at !== from)
  if (!moved || !other) return []
  const [now, then] = past < from ? [other, moved] : [moved, other]
  return constraints.filter(({ isBroken }) => isBroken(now, then, world(before)))
}

/** Says what is wrong where each step goes as far ahead, and back, as it can, and one place further. */
function wrongFarMoves(order: Order): readonly string[] {
  return order.steps.flatMap((_, from) =>
    ([-1, 1] as const).flatMap((direction) => {
      const to = limit(order, from, direction)
      // One place is what neighbours change by.
      return [to, to + direction].flatMap((place) => (Math.abs(place - from) > 1 ? wrongMove(order, from, place) : []))
    }),
  )
}

/** Says what is wrong with how a plan is judged in which one step has another place. */
function wrongMove(order: Order, from: number, to: number): readonly string[] {
  const { seed, steps, check } = order
  const moved = steps[from]
  if (!moved || !steps[to]) return []
  const passed = steps.map((_, at) => at).filter((at) => (at >= to && at < from) || (at <= to && at > from))
  const broken = passed.flatMap((past) => brokenBy(order, from, past))
  const report = check(steps.toSpliced(from, 1).toSpliced(to, 0, moved))
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const named = report.steps.map(rulesOf)
  const within = new Set(named.slice(first, last + 1).flat())
  const allowed = new Set(broken.flatMap(({ rule, follows = [] }) => [rule, ...follows]))
  for (const { name } of broken) exercised.add(name)
  if (broken.length === 0) for (const at of [from, ...passed]) silent.add(nameOf(steps[at] ?? moved))
  const isAsExpected =
    broken.every(({ rule, isLate }) => (isLate ? named.flat().includes(rule) : within.has(rule))) &&
    named.flat().every((rule) => allowed.has(rule)) &&
    named.slice(0, first).flat().length === 0 &&
    (report.verdict === 'ready') === (broken.length === 0)
  if (isAsExpected) return []
  const place = `${JSON.stringify(moved)} ${to < from ? 'before' : 'after'} ${JSON.stringify(steps[to])}`
  return [
    `seed ${seed}: ${place} is ${report.verdict}, names ${[...new Set(named.flat())]}, and breaks ${broken.map(({ name }) => name)}`,
  ]
}

function rulesOf({ violations, added, undecided }: CheckedStep): readonly string[] {
  return [
    ...violations.map(({ rule }) => rule),
    ...added.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    ...undecided.filter(({ severity }) => severity === 'error').map(({ rule }) => `undecided ${rule}`),
  ]
}

function seeds(first: number): readonly number[] {
  return Array.from({ length: 10 }, (_, index) => first + index)
}
