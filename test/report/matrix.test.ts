import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { lint } from '../../src/lint.ts'
import { json } from '../../src/report/json.ts'
import { columns } from '../../src/report/pretty/columns.ts'
import { type PrettyOptions, pretty } from '../../src/report/pretty.ts'
import schema from '../../src/report/report.schema.json' with { type: 'json' }
import { sarif } from '../../src/report/sarif.ts'
import { hostileTexts } from '../support/hostile.ts'
import { validateSarif } from '../support/sarif-validator.ts'

const asOf = '2026-11-24'
const ajv = new Ajv2020({ formats: { date: true } })
const validate = ajv.compile(schema)

const file = 'fixtures/classic-mistakes/inventory.json'
const bytes = readFileSync(file)
const text = bytes.toString()
const part = 'fixtures/seen-in-part/inventory.json'
const named = JSON.parse(readFileSync(part, 'utf8'))
const open = {
  file: 'northwind.json',
  bytes: new TextEncoder().encode(JSON.stringify({ ...named, migration: { ...named.migration, target: undefined } })),
}
const broken = { file: 'broken.json', bytes: new TextEncoder().encode('{') }

const all = lint([{ file, bytes }], { asOf, target: 'all', wholeRuns: true })
const several = lint([broken, { file, bytes }, { file: part, bytes: readFileSync(part) }], {
  asOf,
  target: 'all',
  wholeRuns: true,
})
const unnamed = lint([open], { asOf })
const narrow = lint([open], { asOf, target: 'all', method: 'migrate', rules: ['certificate-expired'] })
const suppressions = [{ rule: 'broker-ha-not-configured', subject: '*', reason: 'CHG-1042' }]
const rules = { 'server-language-mismatch': { severity: 'info' } } as const
const settled = lint([{ file, bytes }], {
  asOf,
  target: 'all',
  wholeRuns: true,
  configuration: { rules, suppressions },
})
const reports = { all, several, unnamed, narrow, settled }

test.each(Object.entries(reports))('%s keeps the schema of JSON reports', (_, report) => {
  expect(validate(JSON.parse(json(report))) || validate.errors).toBe(true)
})

test('JSON holds the matrix beside the inventories that are unusable', () => {
  const { verdict, inventories, matrix } = JSON.parse(json(several))
  expect([verdict, inventories.map((one: { file: string }) => one.file)]).toEqual(['unusable', ['broken.json']])
  expect(matrix.map((one: { file: string; verdict: string }) => [one.file, one.verdict])).toEqual([
    [file, 'blocked'],
    [part, 'undecided'],
  ])
  expect(matrix[0].cells).toHaveLength(10)
})

const pages: readonly (readonly [string, PrettyOptions])[] = [
  ['80 columns', {}],
  ['40 columns of ASCII', { width: 40, ascii: true }],
  ['100 columns', { width: 100, verbose: true }],
  ['a quiet page', { quiet: true }],
]

test.each(pages)('no line of the matrix is wider than %s', (_, options) => {
  for (const report of Object.values(reports)) {
    const wide = pretty(report, options)
      .split('\n')
      .filter((line) => columns(line) > (options.width ?? 80))
    expect(wide).toEqual([])
  }
})

test('the page says the verdict, what to choose, each target by each method, and what stands in the way', () => {
  const page = pretty(all)
  expect(page).toMatch(/^ {2}BLOCKED {4}none of 10 ways to go is ready$/m)
  expect(page).toMatch(/^ {2}Choose {5}20\d\d, /m)
  expect(page).toMatch(/^ {2}2012 R2 {2}new servers {7}BLOCKED +\d+ +\d+ +\d+ +\d+$/m)
  expect(page).toMatch(/^What stands in the way$/m)
  expect(page).toMatch(/^ {2}server-language-mismatch +every target$/m)
  expect(page).toMatch(/^ {2}broker-ha-not-configured +new servers: every target$/m)
})

test('what is suppressed has a column of its own, where there is any', () => {
  expect(pretty(settled)).toMatch(/ undecided suppressed\n {2}2012 R2 {2}new servers {7}BLOCKED.* 1\n/)
  expect(pretty(settled)).not.toContain('broker-ha-not-configured')
  expect(pretty(all)).not.toContain('suppressed')
})

test('where nobody named a target, the page says so first', () => {
  const page = pretty(unnamed)
  expect(page).toMatch(/UNUSABLE[\s\S]*no target is named[\s\S]*^What it could move to$[\s\S]*UNDECIDED/m)
  expect(page).toMatch(/^Not known, and may stand in the way$/m)
})

test('what rests on fewer rules says so', () => {
  expect(pretty(narrow)).toContain('Only asked for: certificate-expired.')
})

test('several inventories are summed up', () => {
  expect(pretty(several)).toMatch(/^3 inventories: 1 unusable, 1 blocked, 1 undecided$/m)
})

test('where nothing was checked, the matrix says so', () => {
  const nothing = {
    file: 'contoso.json',
    bytes: new TextEncoder().encode('{"schemaVersion":1,"deployment":null,"servers":[]}'),
  }
  const report = lint([nothing], { asOf, target: 'all', rules: ['certificate-expired'] })
  for (const width of [40, 80]) expect(pretty(report, { width })).toContain('nothing was checked')
})

test('SARIF has a run for each target and method, with the results of a run for it alone', () => {
  const { runs } = JSON.parse(sarif(all, { text: () => text, category: 'contoso' }))
  expect(runs).toHaveLength(10)
  for (const run of runs) {
    const [, target, method] = /^contoso\/(\w+)-([\w-]+)\/$/.exec(run.automationDetails.id) ?? []
    const alone = lint([{ file, bytes }], { asOf, target, method } as Parameters<typeof lint>[1])
    const [own] = JSON.parse(sarif(alone, { text: () => text })).runs
    expect(run.results).toEqual(own.results)
    expect(run.tool).toEqual(own.tool)
  }
})

test('SARIF of several inventories tells apart what could not be judged', () => {
  const { runs } = JSON.parse(sarif(several))
  expect(runs).toHaveLength(11)
  expect(runs[0].invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 })
  expect(runs[1].invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 2 })
})

test('SARIF of an inventory that names no target is one run that failed', () => {
  const { runs } = JSON.parse(sarif(unnamed))
  expect([runs.length, runs[0].invocations[0].executionSuccessful]).toEqual([1, false])
})

test('the SARIF validator has nothing to say', { timeout: 120_000 }, () => {
  const accepted = ['SARIF2003', 'SARIF2006', 'SARIF2009', 'GH2003', 'GH2006', 'GH2009']
  // Of each run the validator tells the same: few rules keep its words within bounds.
  const rules = ['source-release-unsupported', 'broker-ha-not-configured', 'license-cal-older-than-host']
  const inputs = [broken, { file, bytes }, { file: part, bytes: readFileSync(part) }]
  const report = lint(inputs, { asOf, target: 'all', wholeRuns: true, rules })
  const said = validateSarif([sarif(report, { flavour: 'posix', text: () => text })])
  expect(said.filter((line) => !accepted.some((rule) => line.startsWith(rule)))).toEqual([])
})

test.each(hostileTexts)('%s survives in the matrix as text that no terminal obeys', (_, hostile) => {
  const report = lint([{ file: hostile, bytes }], { asOf, target: 'all', wholeRuns: true })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(pretty(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})
