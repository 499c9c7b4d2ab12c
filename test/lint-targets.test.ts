import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problems } from '../src/cli/problems.ts'
import { lint } from '../src/lint.ts'
import { exitCode } from '../src/model/exit-code.ts'
import { methods, type Report } from '../src/model/report.ts'
import { supportedTargets } from '../src/model/targets.ts'

const asOf = '2026-11-24'
const cells = supportedTargets.flatMap((target) => methods.map((method) => [target, method] as const))

function input(inventory: object, file = 'contoso.json') {
  return { file, bytes: new TextEncoder().encode(JSON.stringify({ schemaVersion: 1, ...inventory })) }
}

/** Everything of a report that does not name the run. */
function told({ inventories }: Report): unknown {
  return inventories.map(({ findings, undecided, verdict, counts, tallies }) => ({
    findings,
    undecided,
    verdict,
    counts,
    tallies,
  }))
}

describe.each(['healthy-2012-farm', 'classic-mistakes', 'seen-in-part', 'halfway-through'])('%s', (story) => {
  const file = `fixtures/${story}/inventory.json`
  const inputs = [{ file, bytes: readFileSync(file) }]
  const all = lint(inputs, { asOf, target: 'all', wholeRuns: true })

  test.each(cells)('says of %s by %s what a run for it alone says', (target, method) => {
    const alone = lint(inputs, { asOf, target, method })
    const index = cells.findIndex((cell) => cell[0] === target && cell[1] === method)
    const [inventory] = alone.inventories
    const count = (severity: string) => inventory?.findings.filter((one) => one.severity === severity).length
    const run = all.runs?.[index] as Report
    expect(told(run)).toEqual(told(alone))
    expect(run.rules).toEqual(alone.rules)
    expect(all.matrices?.[0]?.cells[index]).toMatchObject({
      target,
      method,
      verdict: alone.verdict,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      undecided: inventory?.undecided.length,
    })
  })

  test('has the same matrix without whole runs', () => {
    const { runs, ...rest } = lint(inputs, { asOf, target: 'all' })
    expect([runs, rest.matrices, rest.verdict]).toEqual([undefined, all.matrices, all.verdict])
  })

  test('has the verdict of the best cell', () => {
    const verdicts = all.matrices?.[0]?.cells.map(({ verdict }) => verdict) ?? []
    const best = (['ready', 'undecided', 'blocked'] as const).find((verdict) => verdicts.includes(verdict))
    expect([all.verdict, all.inventories]).toEqual([best, []])
  })
})

const anywhere = input({ deployment: null, servers: [] }, 'anywhere.json')
const unknown = input({}, 'unknown.json')
const nowhere = input(
  {
    servers: [
      { name: 'RDCB01', roles: ['RDS-CONNECTION-BROKER'], operatingSystem: { version: '6.1.7601', productType: 3 } },
    ],
  },
  'nowhere.json',
)
const broken = { file: 'broken.json', bytes: new TextEncoder().encode('{') }
const doubled = {
  file: 'doubled.json',
  bytes: new TextEncoder().encode('{"schemaVersion":1,"servers":[],"servers":[]}'),
}

test.each([
  ['a way for each', [anywhere], {}, 'ready', 0],
  ['facts missing for all ways of one', [anywhere, unknown], {}, 'undecided', 3],
  ['facts missing, which may be', [anywhere, unknown], { allowUndecided: true }, 'undecided', 0],
  ['no way for one', [anywhere, unknown, nowhere], {}, 'blocked', 1],
  ['a file that cannot be read', [anywhere, broken], {}, 'unusable', 2],
  ['a key that stands twice', [doubled, anywhere], {}, 'unusable', 2],
  ['no inventory', [], {}, 'unusable', 2],
] as const)('ends with %s', (_, inputs, options, verdict, code) => {
  const report = lint(inputs, { asOf, target: 'all', ...options })
  expect([report.verdict, exitCode(report)]).toEqual([verdict, code])
})

test('keeps apart what is unusable', () => {
  const report = lint([doubled, anywhere, broken], { asOf, target: 'all' })
  expect(report.inventories.map(({ file, verdict }) => [file, verdict])).toEqual([
    ['doubled.json', 'unusable'],
    ['broken.json', 'unusable'],
  ])
  expect(report.matrices?.map(({ file }) => file)).toEqual(['anywhere.json'])
})

test('asks about one method where one is named, and in the phase that is named', () => {
  const { matrices } = lint([anywhere], { asOf, target: 'all', method: 'in-place', phase: 'during' })
  expect(matrices?.[0]?.phase).toBe('during')
  expect(matrices?.[0]?.cells.map(({ target, method }) => [target, method])).toEqual(
    supportedTargets.map((target) => [target, 'in-place']),
  )
})

test('names what blocks and what is not known from the fail level up, with how often', () => {
  const [matrix] = lint([nowhere], { asOf, target: 'all', rules: ['source-release-unsupported'] }).matrices ?? []
  const obstacle = { rule: 'source-release-unsupported', category: 'estate', count: 1 }
  for (const cell of matrix?.cells ?? []) expect([cell.blocking, cell.waiting]).toEqual([[obstacle], []])
  expect(matrix?.scope).toEqual({ rules: ['source-release-unsupported'] })
})

describe('an inventory that names no target', () => {
  const report = lint([unknown, nowhere], { asOf })

  test('is unusable as ever', () => {
    expect([report.verdict, exitCode(report), report.runs]).toEqual(['unusable', 2, undefined])
    expect(report.inventories.map(({ verdict }) => verdict)).toEqual(['unusable', 'unusable'])
  })

  test('is told what it could move to', () => {
    expect(report.matrices).toEqual(lint([unknown, nowhere], { asOf, target: 'all' }).matrices)
  })

  test('that names a release which is no target is told the same', () => {
    const old = input({ migration: { target: '2012' }, deployment: null, servers: [] })
    expect(lint([old], { asOf }).matrices?.[0]?.verdict).toBe('ready')
  })

  test('that names a target, or that is broken, is told nothing of it', () => {
    expect(lint([input({ migration: { target: '2022' } }), broken, doubled], { asOf }).matrices).toBeUndefined()
  })
})

test('a rule that went wrong for one target ends with 2, whatever the best way is', () => {
  const report = lint([anywhere], { asOf, target: 'all' })
  const [matrix] = report.matrices ?? []
  const fault = { rule: 'contoso', pointer: '', message: 'division by zero' }
  const cells = matrix?.cells.map((cell, index) => ({ ...cell, faults: index === 3 ? [fault] : [] })) ?? []
  const wrong = { ...report, matrices: matrix ? [{ ...matrix, cells }] : [] }
  expect([exitCode(report), exitCode(wrong)]).toEqual([0, 2])
  expect(problems(wrong)).toEqual([
    "anywhere.json: error: rule contoso went wrong at the whole inventory: division by zero; please report it to the rule's author",
  ])
})
