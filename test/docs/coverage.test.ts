import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPath, readCoverage } from '../../scripts/docs/coverage.ts'
import { coveragePage, rowsOf } from '../../scripts/docs/coverage-page.ts'
import { everyRule } from '../../scripts/docs/rules.ts'
import { ruleFiles } from '../../scripts/rule-files.ts'
import { sentencesOf } from '../support/article.ts'
import { tablesOf } from '../support/markdown-tables.ts'

const coverage = await readCoverage()
const { pages, article, rows, ours, unwritten } = coverage
const ids = (await ruleFiles()).map((path) => basename(path, '.yaml'))

test('every rule answers a row, or says why it is there all the same', () => {
  const silent = ids.filter((id) => rowsOf(id, rows).length === 0)
  expect(silent).toEqual(ours.map(({ rule }) => rule))
})

test('every table of rules/data answers a row', () => {
  const paths = readdirSync('rules/data').filter((name) => name.endsWith('.yaml'))
  expect(paths.filter((name) => rowsOf(`rules/data/${name}`, rows).length === 0)).toEqual([])
})

test('what answers a row is a rule or a file', () => {
  const answers = rows.flatMap(({ by = [] }) => by)
  expect(answers.filter((answer) => !(isPath(answer) ? existsSync(answer) : ids.includes(answer)))).toEqual([])
})

test('a row or a sentence that nothing answers says why', () => {
  expect(rows.filter(({ by = [], because }) => by.length === 0 && because === undefined)).toEqual([])
  expect(article.filter(({ rows: names = [], because }) => names.length === 0 && because === undefined)).toEqual([])
})

test('every row stands once, and names a page; every page is named', () => {
  const names = rows.map(({ row }) => row)
  expect(names).toEqual([...new Set(names)])
  expect(new Set(rows.map(({ page }) => page))).toEqual(new Set(Object.keys(pages)))
  expect(article.flatMap(({ rows: some = [] }) => some).filter((row) => !names.includes(row))).toEqual([])
})

test('a page has the title that rules give it', async () => {
  const cited = (await everyRule()).flatMap(({ file }) => file.sources)
  const titles = new Map(cited.map(({ url, document }) => [url, document]))
  const others = Object.values(pages).filter(({ title, url = '' }) => (titles.get(url) ?? title) !== title)
  expect(others).toEqual([])
})

test('the page has every sentence, row and rule', async () => {
  const rules = (await everyRule()).map(({ file }) => file)
  const tables = tablesOf(coveragePage(coverage, rules))
  const listed = tables.slice(1, -2).flatMap((table) => table.map(([row]) => row))
  expect(tables[0]).toHaveLength(article.length)
  expect(listed.toSorted()).toEqual(rows.map(({ row }) => row).toSorted())
  expect(tables.at(-2)).toHaveLength(ids.length)
})

test('what the catalogue names and no rule bears is no rule', () => {
  expect(unwritten.filter(({ rule }) => ids.includes(rule))).toEqual([])
})

// The article, the list of constraints and the catalogue are no part of the repository.
const shared = process.env.RDS_LINT_SHARED ?? '../shared'

describe.skipIf(!existsSync(`${shared}/domain/constraints.md`))('held against what it was made of', () => {
  const read = (path: string) => (existsSync(`${shared}/${path}`) ? readFileSync(`${shared}/${path}`, 'utf8') : '')

  test('every sentence of the article is there, in its order', () => {
    const sentences = sentencesOf(read('domain/seed.txt'))
    const differing = sentences.flatMap((sentence, index) => {
      const begins = article[index]?.begins ?? 'nothing'
      return sentence.startsWith(begins) ? [] : [{ sentence, begins }]
    })
    expect(sentences.length).toBeGreaterThan(70)
    expect(differing).toEqual([])
    expect(article).toHaveLength(sentences.length)
  })

  test('every constraint is there, and no other', () => {
    // Two sections speak of editions and of support without a name of a row for them.
    const unnamed = ['SKU', 'K']
    const cells = tablesOf(read('domain/constraints.md')).flatMap((table) => table.map(([first = '']) => first))
    const traps = [...read('domain/constraints.md').matchAll(/^(T\d+) /gm)].map(([, trap = '']) => trap)
    const names = cells
      .flatMap((cell) => cell.split('/'))
      .filter((cell) => /^(?:[SPGLUHVCD]\d+b?|M16-\d|D-2022)$/.test(cell))
    expect(new Set(rows.map(({ row }) => row))).toEqual(new Set([...names, ...traps, ...unnamed]))
  })

  test('every rule of the catalogue is a rule, and answers the rows that the catalogue names', () => {
    const [, ...parts] = read('design/rules.md').split(/^## (?=The catalogue)/m)
    const catalogue = tablesOf(parts.join('').replace(/^## Release tables[\s\S]*/m, '')).flatMap((table) =>
      table.flatMap((cells) => {
        const [, id] = /^`([a-z0-9-]+)`(?: \(.+\))?$/.exec(cells[0] ?? '') ?? []
        return id?.includes('-') ? [{ id, rows: (cells.at(-1) ?? '').split(', ') }] : []
      }),
    )
    const rules = catalogue.filter(({ id }) => !unwritten.some(({ rule }) => rule === id))
    expect(rules.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    const lacking = rules.flatMap(({ id, rows: named }) =>
      named
        .filter((row) => rows.some((one) => one.row === row) && !rowsOf(id, rows).includes(row))
        .map((row) => `${id} answers ${row}`),
    )
    expect(lacking).toEqual([])
  })
})
