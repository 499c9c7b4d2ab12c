import { expect, test } from 'vitest'
import { formats } from '../../src/report/index.ts'
import { aFinding, anInventory, anUndecided, aReport, sampleReport } from '../support/sample-report.ts'

const many = anInventory({
  findings: Array.from({ length: 40 }, (_, index) => aFinding({ severity: index % 2 === 0 ? 'error' : 'warning' })),
  undecided: Array.from({ length: 7 }, () => anUndecided()),
})

test.each([
  ['the sample report', sampleReport()],
  ['a report with many findings', aReport([many])],
  ['an empty report', aReport([])],
])('every format tells the same numbers of %s', async (_, report) => {
  const inventories: readonly (typeof many)[] = JSON.parse((await formats.json())(report, {})).inventories
  const { results } = JSON.parse((await formats.sarif())(report, {})).runs[0]
  const of = (kind: string) => results.filter((result: { kind: string }) => result.kind === kind).length
  const page = (await formats.pretty())(report, {})
  const told = (word: string) =>
    sum([...page.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].map(([, number]) => Number(number)))

  expect(sum(inventories.map(({ findings }) => findings.length))).toBe(of('fail'))
  expect(sum(inventories.map(({ undecided }) => undecided.length))).toBe(of('open'))
  expect(told('failed')).toBe(of('fail'))
  expect(told('undecided,')).toBe(of('open'))
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
