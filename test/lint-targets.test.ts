import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problems } from '../src/cli/problems.ts'
import { lint } from '../src/lint.ts'
import type { Diagnostic } from '../src/model/diagnostic.ts'
import { exitCode } from '../src/model/exit-code.ts'
import { type Finding, methods, type Report, type TargetCell, type Undecided } from '../src/model/report.ts'
import { reaches } from '../src/model/severity.ts'
import { stands } from '../src/model/standing.ts'
import { supportedTargets } from '../src/model/targets.ts'
import { json } from '../src/report/json.ts'
import { pretty } from '../src/report/pretty.ts'

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

/** What some cells of the fixtures know, and what none does. */
const configuration = {
  failOn: 'warning',
  rules: { 'server-language-mismatch': { severity: 'info' }, 'source-out-of-support': { severity: 'off' } },
  suppressions: [
    { rule: 'broker-ha-not-configured', subject: '*', reason: 'CHG-1042' },
    { rule: 'in-place-path-unsupported', subject: '*', reason: 'CHG-1043' },
    { rule: 'license-cal-older-than-host', pointer: '/deployment/licensing', reason: 'CHG-1044' },
    { rule: 'certificate-expired', subject: '*', reason: 'CHG-1045', expires: '2026-11-23' },
    { rule: 'session-host-newer-than-broker', subject: 'NWSH99', reason: 'CHG-1046' },
  ],
} as const

describe.each([
  ['a configuration', { configuration }],
  ['suppressions set aside', { configuration, suppressions: false }],
  ['some more suppressed than may be', { configuration, maxSuppressions: 3 }],
  ['any suppressed being too much', { configuration, maxSuppressions: 0 }],
])('with %s', (_, options) => {
  const files = ['classic-mistakes', 'seen-in-part'].map((story) => `fixtures/${story}/inventory.json`)
  const inputs = files.map((file) => ({ file, bytes: readFileSync(file) }))
  const all = lint(inputs, { asOf, target: 'all', wholeRuns: true, ...options })

  test.each(cells)('each cell of %s by %s is what a run for it alone says', (target, method) => {
    const alone = lint(inputs, { asOf, target, method, ...options })
    const index = cells.findIndex((cell) => cell[0] === target && cell[1] === method)
    expect(told(all.runs?.[index] as Report)).toEqual(told(alone))
    expect(all.runs?.[index]?.rules).toEqual(alone.rules)
    alone.inventories.forEach(({ verdict, findings, undecided, counts }, position) => {
      const found = findings.filter(stands)
      const count = (severity: string) => found.filter((one) => one.severity === severity).length
      const grave = (entries: readonly Finding[] | readonly Undecided[]) =>
        new Set(entries.filter((one) => stands(one) && reaches(one.severity, 'warning')).map(({ rule }) => rule))
      const cell = all.matrices?.[position]?.cells[index] as TargetCell
      expect(cell).toMatchObject({
        verdict,
        findings: { error: count('error'), warning: count('warning'), info: count('info') },
        undecided: undecided.filter(stands).length,
        counts: { rules: counts.rules, subjects: counts.subjects, suppressed: counts.suppressed },
      })
      expect(new Set(cell.blocking.map(({ rule }) => rule))).toEqual(grave(findings))
      expect(new Set(cell.waiting.map(({ rule }) => rule))).toEqual(grave(undecided))
    })
  })
})

describe('suppressions in a comparison', () => {
  const file = 'fixtures/classic-mistakes/inventory.json'
  const inputs = [{ file, bytes: readFileSync(file) }]
  const remarks = (diagnostics: readonly Diagnostic[] = []) =>
    diagnostics.filter(({ code }) => code === 'suppression').map(({ message }) => message)

  test('are for nothing only where no cell has what they are for, in the matrix and in each whole run', () => {
    const { matrices, runs } = lint(inputs, { asOf, target: 'all', wholeRuns: true, configuration })
    const said = [
      expect.stringMatching(/certificate-expired .* expired on 2026-11-23/),
      expect.stringMatching(/session-host-newer-than-broker .* is for nothing/),
    ]
    expect(remarks(matrices?.[0]?.diagnostics)).toEqual(said)
    for (const run of runs ?? []) expect(remarks(run.inventories[0]?.diagnostics)).toEqual(said)
    const alone = lint(inputs, { asOf, target: '2012R2', method: 'migrate', configuration })
    expect(remarks(alone.inventories[0]?.diagnostics)).not.toEqual(said)
  })

  test('are not called stale where an inventory could not be read', () => {
    const { matrices } = lint([...inputs, broken], { asOf, target: 'all', configuration })
    expect(remarks(matrices?.[0]?.diagnostics)).toEqual([expect.stringContaining('certificate-expired')])
  })

  test('are judged for all inventories of the run where only one names no target', () => {
    const suppressions = [{ rule: 'broker-ha-not-configured', subject: '*', reason: 'CHG-1042' }]
    const report = lint([unknown, ...inputs], { asOf, configuration: { suppressions } })
    expect(remarks(report.matrices?.[0]?.diagnostics)).toEqual([])
  })

  test('that are too many block, and the matrix says how many in which cells', () => {
    const suppressions = [{ rule: 'source-release-unsupported', subject: '*', reason: 'CHG-1042' }]
    const options = {
      asOf,
      target: 'all',
      rules: ['source-release-unsupported'],
      configuration: { suppressions },
    } as const
    expect(lint([nowhere], options).verdict).toBe('ready')
    const report = lint([nowhere, { ...nowhere, file: 'again.json' }], { ...options, maxSuppressions: 1 })
    expect([report.verdict, exitCode(report)]).toEqual(['blocked', 1])
    expect(remarks(report.matrices?.[0]?.diagnostics)).toEqual([
      expect.stringMatching(
        /no more than 1 may be \(--max-suppressions\): 2012R2 migrate \(2\), .*2025 in-place \(2\);/,
      ),
    ])
    expect(pretty(report, { width: 200 })).toContain(
      'only what is suppressed stands in the way, of which there is too much',
    )
  })
})

test('the matrix names rules that are off and severities that were set, also beside the error', () => {
  for (const target of ['all', undefined] as const) {
    const report = lint([nowhere], { asOf, configuration, ...(target ? { target } : {}) })
    const { scope } = report.matrices?.[0] ?? {}
    expect([scope?.off, scope?.levels]).toEqual([['source-out-of-support'], { 'server-language-mismatch': 'info' }])
    expect(pretty(report)).toMatch(/Turned off by the configuration:[\s\S]*Severity set by the configuration:/)
    expect(JSON.parse(json(report)).matrix[0].scope).toEqual({ rules: scope?.rules, levels: scope?.levels })
  }
})

test('the target of a configuration leaves nothing to compare, and its method does not narrow what is compared', () => {
  const configured = { target: '2022', method: 'in-place', phase: 'during' } as const
  const one = lint([anywhere], { asOf, configuration: configured })
  expect([one.matrices, one.inventories[0]?.target, one.inventories[0]?.method]).toEqual([
    undefined,
    '2022',
    'in-place',
  ])
  const [matrix] = lint([anywhere], { asOf, target: 'all', configuration: configured }).matrices ?? []
  expect([matrix?.phase, matrix?.cells.length]).toEqual(['during', 10])
})

test('a baseline is refused where every target is compared, and gives no matrix where none is named', () => {
  const baseline = { baseline: 1, inventories: [{ findings: [] }] } as const
  expect(() => lint([anywhere], { asOf, target: 'all', baseline })).toThrow('baseline holds the findings of one target')
  const open = lint([unknown], { asOf, baseline })
  expect([open.verdict, open.matrices]).toEqual(['unusable', undefined])
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
