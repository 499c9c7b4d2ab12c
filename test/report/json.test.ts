import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { DiagnosticCode } from '../../src/model/diagnostic.ts'
import { categories } from '../../src/model/report.ts'
import { json } from '../../src/report/json.ts'
import schema from '../../src/report/report.schema.json' with { type: 'json' }
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aFinding, anInventory, aReport, sampleReport } from '../support/sample-report.ts'

const ajv = new Ajv2020({ strict: true, formats: { date: true } })
const validate = ajv.compile(schema)

test('the sample report is written as expected', async () => {
  await expect(json(sampleReport())).toMatchFileSnapshot('expected/sample.json.txt')
})

test.each([
  ['the sample report', sampleReport()],
  ['a report over nothing', aReport([])],
  ['a report with nothing to say', aReport([anInventory({ verdict: 'ready' })])],
])('%s keeps the schema', (_, report) => {
  validate(JSON.parse(json(report)))
  expect(validate.errors).toBeNull()
})

test.each(hostileTexts)('%s keeps the schema but for the pointers', (_, text) => {
  validate(JSON.parse(json(withEverywhere(sampleReport(), text))))
  expect((validate.errors ?? []).filter(({ schemaPath }) => !schemaPath.endsWith('pointer/pattern'))).toEqual([])
})

test.each([
  ['a property that nobody knows', { ...written(), extra: 1 }],
  ['another version', { ...written(), format: 2 }],
  ['a verdict of its own', { ...written(), verdict: 'fine' }],
  [
    'a line that counts from 0',
    {
      ...written(),
      inventories: [
        {
          ...written().inventories[0],
          diagnostics: [{ code: 'syntax', severity: 'error', message: 'x', line: 0, column: 1 }],
        },
      ],
    },
  ],
])('the schema refuses %s', (_, value) => {
  expect(validate(value)).toBe(false)
})

test('the schema names every code of a diagnostic and every step', () => {
  const codes: Record<DiagnosticCode, true> = {
    unreadable: true,
    empty: true,
    encoding: true,
    syntax: true,
    'too-deep': true,
    'duplicate-key': true,
    schema: true,
    'unknown-property': true,
    date: true,
    'ambiguous-name': true,
    'unmatched-name': true,
    'incomplete-pointer': true,
    yaml: true,
    expression: true,
    target: true,
    clixml: true,
    'too-large': true,
    bundle: true,
    source: true,
    conflict: true,
    suppression: true,
    baseline: true,
  }
  expect(schema.$defs.diagnostic.properties.code.enum).toEqual(Object.keys(codes))
  expect(schema.$defs.category.enum).toEqual(categories)
})

test('keys stand in the order of the contract', () => {
  const [inventory] = written().inventories
  expect(Object.keys(inventory)).toEqual([
    'file',
    'target',
    'method',
    'phase',
    'verdict',
    'findings',
    'undecided',
    'diagnostics',
    'faults',
    'counts',
  ])
  expect(Object.keys(inventory.findings[0])).toEqual(
    'rule category severity title message remediation subject pointer line column endLine endColumn fingerprint sources'.split(
      ' ',
    ),
  )
})

test('what a caller adds to the model does not leak into the format', () => {
  const finding = { ...aFinding(), secret: 'internal' }
  expect(json(aReport([anInventory({ findings: [finding] })]))).not.toContain('internal')
})

function written() {
  return JSON.parse(json(aReport([anInventory({ findings: [aFinding()] })])))
}
