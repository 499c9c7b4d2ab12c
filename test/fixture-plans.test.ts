import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { planInventory } from '../src/plan-inventory.ts'
import { planFormats } from '../src/report/plan/index.ts'

const verdicts: Readonly<Record<string, string>> = {
  'classic-mistakes': 'blocked',
  'halfway-through': 'blocked',
  'healthy-2012-farm': 'ready',
  'new-collection': 'undecided',
  'no-straight-way': 'blocked',
  'seen-in-part': 'undecided',
  'server-core-in-place': 'blocked',
}
const stories = Object.keys(verdicts)

test('every story has a plan', () => {
  expect(readdirSync('fixtures').sort()).toEqual(stories)
})

describe.each(stories)('the plan of %s', (story) => {
  const file = `fixtures/${story}/inventory.json`
  const plan = planInventory({ file, bytes: readFileSync(file) }, { asOf: '2026-11-24', layouts: true })
  if ('unusable' in plan) throw new Error(`${story} has no plan`)

  test('has the verdict of its story', () => {
    expect(plan.verdict).toBe(verdicts[story])
  })

  test.each([
    ['pretty', 'plan.txt'],
    ['json', 'plan.json'],
    ['markdown', 'plan.md'],
    ['csv', 'plan.csv'],
    ['html', 'plan.html'],
  ] as const)('reads as expected in the format %s', async (format, name) => {
    const render = await planFormats[format]()
    await expect(render(plan, {})).toMatchFileSnapshot(`../fixtures/${story}/expected/${name}`)
  })
})

describe.each(['classic-mistakes', 'healthy-2012-farm'])('the simulated plan of %s', (story) => {
  const file = `fixtures/${story}/inventory.json`
  const options = { asOf: '2026-11-24', layouts: true, simulate: true }
  const plan = planInventory({ file, bytes: readFileSync(file) }, options)
  if ('unusable' in plan) throw new Error(`${story} has no plan`)

  test.each([
    ['pretty', 'plan-simulated.txt'],
    ['markdown', 'plan-simulated.md'],
    ['csv', 'plan-simulated.csv'],
    ['html', 'plan-simulated.html'],
  ] as const)('reads as expected in the format %s', async (format, name) => {
    const render = await planFormats[format]()
    await expect(render(plan, {})).toMatchFileSnapshot(`../fixtures/${story}/expected/${name}`)
  })
})
