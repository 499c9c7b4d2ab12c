import { expect, test } from 'vitest'
import { everyRule } from '../../scripts/docs/rules.ts'
import { rulesByTarget } from '../../scripts/docs/rules-by-target.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { tablesOf } from '../support/markdown-tables.ts'

const rules = await everyRule()
const [glance = [], ...steps] = tablesOf(rulesByTarget(rules))
const link = (id: string) => `[${id}](${id}.md)`

test('every rule is at a glance, with a word for each target', () => {
  expect(glance.map(([rule]) => rule)).toEqual(rules.map(({ file }) => link(file.id)))
  expect(glance.filter((cells) => cells.length !== 1 + supportedTargets.length || cells.includes(''))).toEqual([])
})

test('every rule is in the table of its step, and cites a page where it holds', () => {
  const rows = steps.flat()
  expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set(rules.map(({ file }) => link(file.id))))
  const holds = (cell = '') => !cell.startsWith('–')
  const wrong = rows.filter(([, , migrate, inPlace, pages]) => (holds(migrate) || holds(inPlace)) !== (pages !== ''))
  expect(wrong).toEqual([])
})

test.each([
  ['broker-ha-not-configured', 'any', /error/, /info/],
  ['server-core-lacks-role', '2019', /^– \(it concerns the method in-place only\)$/, /^error$/],
  ['multipoint-role-present', '2012 R2', /^– \(it concerns the targets 2019 and later only\)$/, /^–/],
])('%s tells its severity or the reason why it has none', (id, target, migrate, inPlace) => {
  const rows = steps
    .flat()
    .filter(([rule, which = '']) => rule === link(id) && (target === 'any' || which.startsWith(target)))
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row[2]).toMatch(migrate)
    expect(row[3]).toMatch(inPlace)
  }
})
