import { describe, expect, test } from 'vitest'
import { type Row, readCoverage } from '../../scripts/docs/coverage.ts'
import { checkRunbook } from '../../src/check-runbook.ts'
import { definitions } from '../../src/plan/definitions.ts'
import { planInventory } from '../../src/plan-inventory.ts'
import { type Case, cases, farm } from '../support/article-runbooks.ts'

const options = { asOf: '2026-11-24' }
const { rows } = await readCoverage()
const planned = rows.flatMap((row) => (row.plan ? [[row.row, row.plan] as const] : []))

test('each row that a plan carries has its runbooks', () => {
  expect(Object.keys(cases)).toEqual(planned.map(([row]) => row))
})

describe.each(planned)('%s', (row, { operations = [], against = [] }: NonNullable<Row['plan']>) => {
  const runbooks = cases[row] ?? []

  test('names operations that there are', () => {
    expect(operations.filter((name) => !(name in definitions))).toEqual([])
  })

  test('names the rules that its runbooks hear, and nothing else', () => {
    const heard = runbooks.map(([, , hears]) => hears.replace(/^before /, ''))
    const rules = heard.filter((hears) => hears !== 'nothing' && !hears.startsWith('left '))
    expect([...new Set(rules)].sort()).toEqual([...against].sort())
  })

  test.each(runbooks.map((one) => [one[0], one] as const))('where %s', (_, one) => {
    const hears = one[2]
    if (hears === 'nothing') expect(heard(one)).toEqual([])
    else expect(heard(one)).toContain(hears)
  })
})

/** What a runbook hears of its last step, of what it leaves out, and of the inventory as it is. */
function heard([, steps, hears, inventory = farm]: Case): readonly string[] {
  const input = { file: 'inventory.json', bytes: bytesOf(JSON.stringify(inventory)) }
  if (hears.startsWith('before ')) {
    const plan = planInventory(input, options)
    return 'unusable' in plan ? [] : plan.before.findings.map(({ rule }) => `before ${rule}`)
  }
  const book = steps.length === 0 ? 'steps: []' : ['steps:', ...steps.map((step) => `  - ${step}`)].join('\n')
  const report = checkRunbook(input, { file: 'runbook.yaml', bytes: bytesOf(book) }, options)
  if (!('steps' in report)) throw new Error(`the runbook cannot be judged: ${JSON.stringify(report)}`)
  if (hears.startsWith('left ')) return report.left.flatMap((operation) => leftNames(operation))
  const { violations = [], added = [], undecided = [] } = report.steps.at(-1) ?? {}
  return [...violations, ...added, ...undecided].map(({ rule }) => rule)
}

/** "left replaceServer", and with the server where there is one: "left replaceServer RDWA01". */
function leftNames(operation: Readonly<Record<string, Readonly<Record<string, unknown>>>>): readonly string[] {
  return Object.entries(operation).flatMap(([name, { server }]) => [
    `left ${name}`,
    `left ${name} ${String(server).replace(/\..*/, '')}`,
  ])
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
