import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkRunbook } from '../src/check-runbook.ts'
import { runbookFormats } from '../src/report/runbook/index.ts'
import runbookSchema from '../src/report/runbook/runbook.schema.json' with { type: 'json' }
import reportSchema from '../src/report/runbook/runbook-report.schema.json' with { type: 'json' }
import { validateSarif } from './support/sarif-validator.ts'

const story = 'fixtures/healthy-2012-farm'
const verdicts = { bad: 'blocked', good: 'ready' } as const
const inventory = { file: `${story}/inventory.json`, bytes: readFileSync(`${story}/inventory.json`) }
const ajv = new Ajv2020({ strict: false })

function check(name: string) {
  const file = `${story}/runbooks/${name}.yaml`
  return checkRunbook(inventory, { file, bytes: readFileSync(file) }, { asOf: '2026-11-24' })
}

test('there is a good runbook, a bad one and a mistyped one', () => {
  expect(readdirSync(`${story}/runbooks`).sort()).toEqual(['bad.yaml', 'good.yaml', 'mistyped.yaml'])
})

describe.each(Object.entries(verdicts))('the runbook %s', (name, verdict) => {
  const bytes = readFileSync(`${story}/runbooks/${name}.yaml`)
  const checked = check(name)
  const report = 'steps' in checked ? checked : expect.unreachable('the runbook can be read')

  test(`is ${verdict}`, () => {
    expect(report.verdict).toBe(verdict)
    expect(report.left.length === 0).toBe(verdict === 'ready')
  })

  test('is as the schema of runbooks has it', () => {
    const isValid = ajv.validate(runbookSchema, parse(bytes.toString()))
    expect(ajv.errors ?? []).toEqual([])
    expect(isValid).toBe(true)
  })

  test.each([
    ['pretty', 'txt'],
    ['json', 'json'],
    ['sarif', 'sarif'],
  ] as const)('reads as expected in the format %s', async (format, ending) => {
    const render = await runbookFormats[format]()
    const text = render(report, { cwd: '/', flavour: 'posix', text: () => bytes.toString() })
    await expect(text).toMatchFileSnapshot(`../${story}/expected/runbook-${name}.${ending}`)
  })

  test('is told as the schema of its report has it', async () => {
    const render = await runbookFormats.json()
    ajv.validate(reportSchema, JSON.parse(render(report, {})))
    expect(ajv.errors ?? []).toEqual([])
  })

  test('is in order for the SARIF validator', async () => {
    const render = await runbookFormats.sarif()
    const said = validateSarif([render(report, { flavour: 'posix', text: () => bytes.toString() })])
    // SARIF2012: what no page of Microsoft's stands for has no address.
    const expected = ['SARIF2003', 'SARIF2006', 'SARIF2009', 'SARIF2012', 'GH2003', 'GH2006', 'GH2009']
    expect(said.filter((line) => !expected.some((rule) => line.startsWith(rule)))).toEqual([])
  })
})

test('a mistyped runbook is told with line, column and the nearest name', () => {
  const checked = check('mistyped')
  expect('diagnostics' in checked ? checked.diagnostics.map(told) : []).toEqual([
    '2:5 there is no operation drian; did you mean drain?',
    '3:16 addHost takes no colection; did you mean collection?',
  ])
})

test.each([
  ['', '1:1 the file is empty; write `steps:` with one operation a line'],
  ['steps:\n', 'steps must be a list, not null'],
  ['step: []\n', '1:1 a runbook has no step; did you mean steps?'],
  ['- drain: { host: NWSH01 }\n', '1:1 a runbook holds `steps:`'],
  ['steps:\n  - drain: { host: NWSH91 }\n', '2:20 NWSH91 is no server of this inventory; did you mean NWSH01?'],
  [
    'steps:\n  - removeCollection: { collection: Offce }\n',
    '2:37 Offce is no collection of this inventory; did you mean Office?',
  ],
  [
    'steps:\n  - addHost: { collection: Office, host: <successor of NWSH01> }\n',
    '2:42 "<successor of NWSH01>" stands for a server that nobody has named; write the name of the server',
  ],
  [
    'steps:\n  - addHost: { collection: Neu, host: NWSH11 }\n  - createCollection: { collection: neu, hosts: [NWSH12] }\n',
    '2:28 Neu is no collection yet; step 2 makes it: put it first',
  ],
])('what is no runbook is told so: %j', (text, message) => {
  const checked = checkRunbook(
    inventory,
    { file: 'runbook.yaml', bytes: new TextEncoder().encode(text) },
    { asOf: '2026-11-24' },
  )
  const [first] = 'diagnostics' in checked ? checked.diagnostics.map(told) : []
  expect(first).toContain(message)
})

test('an empty list of steps leaves the whole plan, and is ready: what was there before is no fault of it', () => {
  const bytes = new TextEncoder().encode('steps: []\n')
  const report = checkRunbook(inventory, { file: 'runbook.yaml', bytes }, { asOf: '2026-11-24' })
  expect(report).toMatchObject({ verdict: 'ready', steps: [] })
  expect('left' in report ? report.left.length : 0).toBe(32)
})

function told({
  region,
  message,
}: {
  readonly region?: { readonly line: number; readonly column: number }
  readonly message: string
}) {
  return `${region?.line ?? 1}:${region?.column ?? 1} ${message}`
}
