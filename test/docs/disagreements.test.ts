import { describe, expect, test } from 'vitest'
import { dataDisagreements } from '../../scripts/docs/data-disagreements.ts'
import { disagreements } from '../../scripts/docs/disagreements.ts'
import { ruleData } from '../../scripts/docs/rule-data.ts'
import { everyRule } from '../../scripts/docs/rules.ts'
import { severityWords } from '../../src/cli/severities.ts'
import { methods } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { sourcesOf } from '../../src/rules/describe.ts'
import { tablesOf } from '../support/markdown-tables.ts'

const rules = await everyRule()
const tables = await ruleData()
const disputed = rules.filter(({ file }) => file.sources.some(({ stance }) => stance === 'contradicts'))

describe.each(disputed.map(({ file }) => ({ id: file.id, file })))('$id', ({ file }) => {
  test('says which page is followed', () => {
    expect(file.why).toMatch(/\bwe\s+follow\b|either will do|meets both/i)
  })

  test('cites, where it applies and cites a page that says otherwise, one that it rests on', () => {
    for (const target of supportedTargets)
      for (const method of methods) {
        const stances = sourcesOf(file, { target, method }).map(({ stance }) => stance)
        const applies = severityWords(file, { target, method }) !== undefined
        if (applies && stances.includes('contradicts'))
          expect(new Set(stances).size, `${target}, ${method}`).toBeGreaterThan(1)
      }
  })
})

test('every row of a table that cites a page which says otherwise cites one that it rests on', () => {
  const rows = tables.flatMap((table) => table.rows.map(({ sources = [] }) => sources.map(({ stance }) => stance)))
  expect(rows.filter((stances) => stances.includes('contradicts') && new Set(stances).size === 1)).toEqual([])
})

test('the page has each rule and each table on which pages disagree', () => {
  const page = disagreements(
    rules.map(({ file }) => file),
    tables,
  )
  const [ofRules = [], ofTables = []] = tablesOf(page)
  const contradictions = disputed.flatMap(({ file }) => file.sources.filter(({ stance }) => stance === 'contradicts'))
  const named = (cells: readonly (readonly string[])[]) =>
    new Set(cells.map(([link = '']) => /\[(.+)\]/.exec(link)?.[1]))
  expect(ofRules).toHaveLength(contradictions.length)
  expect(named(ofRules)).toEqual(new Set(disputed.map(({ file }) => file.id)))
  expect(named(ofTables)).toEqual(
    new Set(
      tables
        .filter((table) =>
          table.rows.some(({ sources = [] }) => sources.some(({ stance }) => stance === 'contradicts')),
        )
        .map(({ path }) => path),
    ),
  )
})

test('rows on which the same pages disagree are told as one', () => {
  const source = { document: 'Page', section: 'Table', url: 'https://contoso.example', stance: 'requires' } as const
  const sources = [source, { ...source, section: 'Note', stance: 'contradicts' as const }]
  const rows = [
    { from: '2012', to: '2016', sources },
    { from: '2016', to: '2025', sources },
  ] as const
  expect(dataDisagreements([{ path: 'rules/data/upgrade-paths.yaml', rows }])).toEqual([
    [
      '[rules/data/upgrade-paths.yaml](../rules/data/upgrade-paths.yaml)',
      '2012 to 2016, 2016 to 2025',
      '[Page](<https://contoso.example>), "Table"',
      '[Page](<https://contoso.example>), "Note"',
      expect.stringContaining('followed'),
    ],
  ])
})

test('a table of which nobody says what is followed stops the pages', () => {
  const source = { document: 'Page', section: 'Note', url: 'https://contoso.example', stance: 'contradicts' } as const
  const table = { path: 'rules/data/new.yaml', rows: [{ target: '2016', sources: [source] }] } as const
  expect(() => dataDisagreements([table])).toThrow('rules/data/new.yaml: say in')
})
