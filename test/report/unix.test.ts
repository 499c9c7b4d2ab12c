import { describe, expect, test } from 'vitest'
import { unix } from '../../src/report/unix.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { hasVim, quickfixOf } from '../support/quickfix.ts'
import { aFinding, anInventory, aReport } from '../support/sample-report.ts'

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(unix(report)).toMatchFileSnapshot(`expected/${name}.unix.txt`)
})

test('a part that a bundle told of is in the file of the bundle', () => {
  const finding = aFinding({ origin: { file: 'bundle/servers.xml', source: 'Get-RDServer' } })
  expect(unix(aReport([anInventory({ findings: [finding] })]))).toMatch(/^bundle\/servers\.xml:1:1: NWCB01 has/)
})

test('a run without inventories says so', () => {
  expect(unix(aReport([]))).toBe('No inventory was judged.\n')
})

describe.skipIf(!hasVim)(hasVim ? 'Vim' : 'Vim, which is not on this machine', () => {
  test('goes to each place, and takes no other line for one', () => {
    expect(
      quickfixOf(unix(openReport())).map(({ lnum, col, text }) => `${lnum}:${col} ${text.split(' ').at(-1)}`),
    ).toEqual([
      '4:30 [warning/unknown-property]',
      '3:5 [error/broker-ha-not-configured]',
      '4:28 [warning/profile-disk-move-not-planned]',
      '4:5 [undecided/session-collection-mixed-releases]',
      '4:5 [undecided/session-host-newer-than-broker]',
      '1:1 [error/rule-fault]',
      '1:1 [error/empty]',
    ])
  })

  test.each(hostileTexts)('finds one place for each entry: %s', (_, text) => {
    expect(quickfixOf(unix(withEverywhere(openReport(), text)))).toHaveLength(7)
  })
})
