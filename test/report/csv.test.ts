import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csv } from '../../src/report/csv.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aFinding, anInventory, aReport } from '../support/sample-report.ts'

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(csv(report).replaceAll('\r\n', '\n')).toMatchFileSnapshot(`expected/${name}.csv`)
})

test('every line ends as RFC 4180 has it, and there is no byte order mark', () => {
  const text = csv(openReport())
  expect(text.split('\r\n').join('')).not.toMatch(/[\r\n\ufeff]/)
  expect(text.endsWith('\r\n')).toBe(true)
})

test.each(['open', 'answered'])('every row of the %s report has a status', (name) => {
  const rows = rowsOf(csv(name === 'open' ? openReport() : answeredReport()))
  const statuses = rows.map(({ status }) => status)
  expect(statuses).toEqual(
    name === 'open'
      ? [
          'verdict',
          'diagnostic',
          'failed',
          'failed',
          'undecided',
          'undecided',
          'verdict',
          'fault',
          'verdict',
          'diagnostic',
        ]
      : ['verdict', 'failed', 'known', 'suppressed', 'undecided', 'suppressed', 'gone'],
  )
})

test.each([
  ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['x;=1+1', "x;'=1+1"],
  ['x; "=1+1"', 'x; "\'=1+1"'],
  ['\t=1', "'=1"],
  ['x\t=1', 'x\\u{9}=1'],
  ['RD-SH01 = RDSH01', 'RD-SH01 = RDSH01'],
  ['say "no", or not', 'say "no", or not'],
])('%j reaches a spreadsheet as text: %j', (subject, expected) => {
  const [, row] = rowsOf(csv(aReport([anInventory({ findings: [aFinding({ subject })] })])))
  expect(row?.subject).toBe(expected)
})

test.each(hostileTexts)('%s stays in its cell, and is no formula', (_, text) => {
  const rows = rowsOf(csv(withEverywhere(openReport(), text)))
  expect(rows).toHaveLength(10)
  for (const cell of rows.flatMap((row) => Object.values(row))) {
    expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]|;\s*"?[=+@-]/)
    expect(cell.length).toBeLessThan(32_767)
  }
})

function rowsOf(text: string): readonly Record<string, string>[] {
  // Without options: commas, quotes and line ends of RFC 4180, and as many cells in each row as in the first.
  return parse(text, { columns: true, record_delimiter: '\r\n' })
}
