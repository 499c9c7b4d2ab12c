import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { visible } from '../../src/model/visible.ts'
import { junit } from '../../src/report/junit.ts'
import { xmlText } from '../../src/report/xml-text.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aDescriptor, aFinding, anInventory, anUndecided, aReport } from '../support/sample-report.ts'
import { elements, xmlTree } from '../support/xml.ts'

const schema = 'test/support/junit.xsd'

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(junit(report)).toMatchFileSnapshot(`expected/${name}.junit.xml`)
})

const reports: readonly (readonly [title: string, report: Report])[] = [
  ['an open report', openReport()],
  ['an answered report', answeredReport()],
  ['a report over nothing', aReport([])],
  ...hostileTexts.map(([title, text]) => [title, withEverywhere(openReport(), text)] as const),
]

test.each(reports)('%s is XML that keeps the dialect', (_, report) => {
  const tree = xmlTree(junit(report), schema)
  expect(elements(tree, 'testsuite')).toHaveLength(report.inventories.length)
})

test.each([
  ['a control character', '<testsuites name="\u0007"/>'],
  ['a file attribute of a case', junit(openReport()).replace('<testcase ', '<testcase file="inventory.json" ')],
  [
    'two cases of one name',
    junit(openReport())
      .replaceAll('NWCB01', 'Sales')
      .replaceAll(/classname="[^"]+"/g, 'classname="x"'),
  ],
])('the dialect refuses %s', (_, text) => {
  expect(() => xmlTree(text, schema)).toThrow()
})

test.each([
  ['an open report', openReport()],
  ['an answered report', answeredReport()],
])('the sums of %s agree with its cases', (_, report) => {
  const tree = xmlTree(junit(report), schema)
  for (const suite of [tree, ...elements(tree, 'testsuite')]) {
    const { tests, failures, errors, skipped } = suite.attributes
    const of = (name: string) => String(elements(suite, name).length)
    expect([tests, failures, errors]).toEqual([of('testcase'), of('failure'), of('error')])
    if (skipped !== undefined) expect(skipped).toBe(of('skipped'))
  }
})

test.each(hostileTexts)('%s is text that XML 1.0 allows, in an element and in an attribute', (_, text) => {
  const { text: inside, attributes } = xmlTree(`<x y="${xmlText(text)}">${xmlText(text)}</x>`)
  expect([inside, attributes.y]).toEqual([visible(text), visible(text)])
})

test('a rule has a case for each part that fails or is undecided, or one where it passes, or none', () => {
  const rules = ['fails', 'passes', 'went-wrong', 'not-applicable'].map((id) => aDescriptor({ id, title: `It ${id}` }))
  const tally = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
  const inventory = anInventory({
    findings: [aFinding({ rule: 'fails' }), aFinding({ rule: 'fails', subject: 'NWCB02' })],
    undecided: [anUndecided({ rule: 'fails', category: 'connection-broker', subject: 'NWCB03' })],
    faults: [{ rule: 'went-wrong', pointer: '/servers/0', message: 'division by zero' }],
    tallies: {
      fails: { ...tally, pass: 4, fail: 2, undecided: 1 },
      passes: { ...tally, pass: 4 },
      'went-wrong': { ...tally, pass: 4 },
      'not-applicable': { ...tally, notApplicable: 4 },
    },
  })
  const cases = elements(xmlTree(junit(aReport([inventory], { rules })), schema), 'testcase')
  expect(
    cases.map(({ attributes, children }) => `${attributes.classname} ${attributes.name}: ${children[0]?.name}`),
  ).toEqual([
    'connection-broker.went-wrong went wrong: error',
    'connection-broker.fails NWCB01.northwind.example: failure',
    'connection-broker.fails NWCB02: failure',
    'connection-broker.fails NWCB03: skipped',
    'connection-broker.passes It passes: undefined',
  ])
})

test('parts of one name are told apart by their pointers, and those of several files by the file', () => {
  const findings = [
    aFinding({ pointer: '/servers/0' }),
    aFinding({ pointer: '/servers/1' }),
    aFinding({ pointer: '/servers/1' }),
  ]
  const names = (files: readonly string[]) => {
    const report = aReport(files.map((file) => anInventory({ file, findings })))
    return elements(xmlTree(junit(report), schema), 'failure').length === 3 * files.length
      ? elements(xmlTree(junit(report), schema), 'testcase').map(({ attributes }) => attributes.name)
      : []
  }
  expect(names(['east.json']).slice(0, 3)).toEqual([
    'NWCB01.northwind.example',
    'NWCB01.northwind.example at /servers/1',
    'NWCB01.northwind.example at /servers/1, 2',
  ])
  expect(names(['east.json', 'west.json'])[0]).toBe('NWCB01.northwind.example (east.json)')
})

test('an inventory that too many suppressions block has a case in error, for a pipeline shows cases only', () => {
  const diagnostics = [
    { code: 'suppression', severity: 'warning', message: 'one has expired; renew it' },
    { code: 'suppression', severity: 'warning', message: 'suppressed in this run: 2; settle some' },
  ] as const
  const suppressed = { reason: 'Accepted, CHG-1042' }
  const blocked = anInventory({ verdict: 'blocked', diagnostics, findings: [aFinding({ suppressed })] })
  const errors = elements(xmlTree(junit(aReport([blocked])), schema), 'error')
  expect(errors.map(({ attributes }) => attributes)).toEqual([
    { type: 'blocked', message: 'suppressed in this run: 2; settle some' },
  ])
  expect(junit(aReport([{ ...blocked, verdict: 'ready' }]))).not.toContain('<error')
})
