import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.ts'
import type { Report, TargetCell, TargetMatrix } from '../../src/model/report.ts'
import { type FormatName, formats, ofOneTarget } from '../../src/report/index.ts'
import { json } from '../../src/report/json.ts'
import { columns } from '../../src/report/pretty/columns.ts'
import { type PrettyOptions, pretty } from '../../src/report/pretty.ts'
import schema from '../../src/report/report.schema.json' with { type: 'json' }
import { sarif } from '../../src/report/sarif.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { rendered, tablesOf } from '../support/rendered-markdown.ts'
import { validateSarif } from '../support/sarif-validator.ts'
import { workflowCommand } from '../support/workflow-commands.ts'

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

const comparing = (Object.keys(formats) as readonly FormatName[]).filter((name) => !ofOneTarget.includes(name))

/** The verdict and the numbers of each way, as a format tells them; in prose nothing stands for a zero. */
const told: Readonly<Partial<Record<FormatName, (written: string) => readonly string[]>>> = {
  json: (written) =>
    JSON.parse(written).matrix.flatMap(({ cells }: Pick<TargetMatrix, 'cells'>) => cells.map(numbersOf)),
  pretty: (written) =>
    [...written.matchAll(/ (READY|BLOCKED|UNDECIDED) +(\d+) +(\d+) +(\d+) +(\d+)(?: +(\d+))?$/gm)].map(
      ([, verdict = '', ...numbers]) => [verdict.toLowerCase(), ...numbers.map((number) => number ?? '0')].join(' '),
    ),
  markdown: (written) =>
    tablesOf(rendered(written)).flatMap(({ rows }) =>
      rows
        .filter(({ length }) => length >= 7)
        .map(([, , verdict = '', ...numbers]) => [verdict, ...numbers, ...(numbers.length < 5 ? ['0'] : [])].join(' ')),
    ),
  html: (written) =>
    [...written.matchAll(/<tr data-way=[\s\S]*?<\/tr>/g)].map(([row]) => {
      const numbers = [...row.matchAll(/class="number">(\d+)</g)].map(([, number]) => number)
      return [/st-(\w+)/.exec(row)?.[1], ...numbers, ...(numbers.length < 5 ? ['0'] : [])].join(' ')
    }),
  csv: (written) =>
    (parse(written, { columns: true }) as readonly { status: string; message: string }[])
      .filter(({ status }) => status === 'way')
      .map(({ message }) => numbersIn(message)),
  unix: (written) => waysIn(written).map(numbersIn),
  github: (written) => waysIn(written).map(numbersIn),
}

test.each(
  Object.entries({ all, several, unnamed, settled }).flatMap(([title, report]) =>
    Object.keys(told).map((format) => [format, title, report] as const),
  ),
)('%s tells the same verdict and numbers of each way of %s', async (format, _, report) => {
  const written = (await formats[format as FormatName]())(report, { width: 100 })
  const cells = (report.matrices ?? []).flatMap((matrix) => matrix.cells)
  expect(told[format as FormatName]?.(written)).toEqual(cells.map(numbersOf))
})

test.each(comparing.filter((format) => format !== 'sarif' && format !== 'json'))(
  '%s says what to choose, what stands in the way, and what the comparison rests on',
  async (format) => {
    const write = await formats[format]()
    const words = (report: Report) =>
      write(report, {})
        .replace(/[\\`]|<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
    expect(words(all)).toMatch(/Choose:? 20\d\d/)
    expect(words(all)).toContain('server-language-mismatch')
    expect(words(narrow)).toContain('Only asked for: certificate-expired')
    expect(words(narrow)).toContain('nothing was checked')
    expect(words(unnamed)).toMatch(/no target is named[\s\S]*Choose:? 20\d\d|Choose:? 20\d\d[\s\S]*no target is named/)
    expect(words(several)).toMatch(/broken\.json/)
    expect(words(several)).not.toContain('No inventory was judged')
  },
)

test.each(comparing)('%s names a rule that went wrong in a comparison', async (format) => {
  const fault = { rule: 'license-server-missing', pointer: '/deployment/licensing', message: 'division by zero' }
  const [matrix] = all.matrices ?? []
  const cells = matrix?.cells.map((cell) => ({ ...cell, verdict: 'unusable' as const, faults: [fault] })) ?? []
  const faulty = (report: Report): Report => ({
    ...report,
    verdict: 'unusable',
    ...(matrix && { matrices: [{ ...matrix, verdict: 'unusable', cells }] }),
    ...(report.runs && {
      runs: report.runs.map((run) => ({
        ...run,
        inventories: run.inventories.map((one) => ({ ...one, faults: [fault] })),
      })),
    }),
  })
  const written = (await formats[format]())(faulty(all), {})
  expect(written).toContain('division by zero')
})

test.each(ofOneTarget)(
  '%s, which has no place for a comparison, still shows that no target is named',
  async (format) => {
    expect((await formats[format]())(unnamed, {})).toContain('no target is named')
  },
)

describe.each(hostileTexts)('%s', (_, hostile) => {
  const report = withEverywhere(lint([{ file: hostile, bytes }], { asOf, target: 'all' }), hostile)
  const beside = withEverywhere(unnamed, hostile)

  test.each(comparing)('does nothing in a comparison of %s', async (format) => {
    const write = await formats[format]()
    for (const written of [write(report, {}), write(beside, {})].map((one) => one.replaceAll('\r\n', '\n'))) {
      expect(written).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u)
      const lines = written.split('\n').filter((line) => format !== 'github' || workflowCommand(line) === undefined)
      // JSON keeps what a build log would obey within its strings.
      if (format !== 'json') expect(lines.join('\n')).not.toMatch(/^\s*::[a-z]|##(?:vso)?\[/im)
      if (format === 'html') expect(written).not.toMatch(/<(?:script|svg|img)(?!>\(\(\) =>)[^>]*(?:src|onload)/)
    }
  })
})

function numbersOf({ verdict, findings, undecided, counts }: TargetCell): string {
  return [verdict, findings.error, findings.warning, findings.info, undecided, counts.suppressed].join(' ')
}

function numbersIn(sentence: string): string {
  const of = (word: string) => new RegExp(`(\\d+) ${word}`).exec(sentence)?.[1] ?? '0'
  const verdict = /(ready|blocked|undecided|unusable): /.exec(sentence)?.[1]
  return [verdict, ...['error', 'warning', 'info', 'undecided', 'suppressed'].map(of)].join(' ')
}

function waysIn(lines: string): readonly string[] {
  return lines.split('\n').filter((line) => /: 20\d\d(?: R2)?, (?:new servers|upgrade in place): /.test(line))
}
