import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareInputs } from '../src/compare-inputs.ts'
import { loadInventory } from '../src/inventory/load.ts'
import { lint } from '../src/lint.ts'
import type { PlanOptions } from '../src/lint-to-plan.ts'
import type { PlanReport } from '../src/model/plan-report.ts'
import { apply } from '../src/plan/apply.ts'
import { readRunbook } from '../src/plan/runbook/read-runbook.ts'
import { planInventory } from '../src/plan-inventory.ts'

const story = 'fixtures/healthy-2012-farm'
const asOf = '2026-12-06'
const before = inventoryOf('inventory.json')

// Short of a collector at Northwind, these are what the runbook leaves.
test.each([
  ['night.json', 14, 'during', '2026-12-06T01:10:00Z'],
  ['after.json', 32, 'after', '2026-12-06T07:30:00Z'],
] as const)('%s is what %i steps of the good runbook leave', async (name, steps, phase, collectedAt) => {
  const book = readRunbook(readFileSync(`${story}/runbooks/good.yaml`))
  const taken = 'steps' in book ? book.steps.slice(0, steps) : []
  expect(taken).toHaveLength(steps)
  const left = taken.reduce((state, { operation }) => apply(state, operation), before)
  const told = {
    ...left,
    collection: { ...left.collection, collectedAt },
    migration: { ...left.migration, phase },
  }
  await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(`../${story}/${name}`)
})

describe('in the night', () => {
  test('the inventory has forgotten that there was a second broker, and what left', () => {
    const alone = planOf({})
    expect(numbersOf(alone)).toEqual({ done: 8, open: 14 })
    expect(alone.steps.map(({ title }) => title).join()).not.toContain('NWCB02')
  })

  test('with the one from before, the plan is what remains, and every state of it is ready', () => {
    const plan = planOf({ before, simulate: true })
    expect(plan.verdict).toBe('ready')
    expect(numbersOf(plan)).toEqual({ done: 18, open: 14 })
    expect(plan.steps.find(({ status }) => status === 'open')?.title).toBe('Add NWSH11 to Office')
    expect(new Set(plan.steps.map(({ simulation }) => simulation?.verdict))).toEqual(new Set(['ready']))
    expect(plan.final?.verdict).toBe('ready')
  })
})

test('after the move the deployment is ready, and nothing is lost', () => {
  const after = { file: 'after.json', bytes: readFileSync(`${story}/after.json`) }
  expect(lint([after], { asOf }).verdict).toBe('ready')
  const earlier = { file: 'inventory.json', bytes: readFileSync(`${story}/inventory.json`) }
  const compared = compareInputs(earlier, after)
  expect('items' in compared ? [compared.verdict, new Set(compared.items.map(({ status }) => status))] : []).toEqual([
    'kept',
    new Set(['kept']),
  ])
})

function planOf(options: Partial<PlanOptions>): PlanReport {
  const file = `${story}/night.json`
  const plan = planInventory({ file, bytes: readFileSync(file) }, { asOf, ...options })
  return 'steps' in plan ? plan : expect.unreachable('it can be planned')
}

function numbersOf({ steps }: PlanReport) {
  const of = (wanted: string) => steps.filter(({ status }) => status === wanted).length
  return { done: of('done'), open: of('open') }
}

function inventoryOf(name: string) {
  const { inventory } = loadInventory(readFileSync(`${story}/${name}`))
  return inventory ?? expect.unreachable('it can be read')
}
