import { describe, expect, test } from 'vitest'
import { legible } from '../../src/model/visible.ts'
import { markdown } from '../../src/report/markdown.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { rendered, tablesOf } from '../support/rendered-markdown.ts'
import { aFinding, anInventory, anUndecided, aReport } from '../support/sample-report.ts'
import { elements, type XmlTree } from '../support/xml.ts'

/** What a page of ours consists of. */
const own = new Set(
  'page h1 h2 h3 h4 p table thead tbody tr th td strong code pre details summary ul li a em'.split(' '),
)

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(markdown(report)).toMatchFileSnapshot(`expected/${name}.md`)
})

test('a report is a page with the verdict first, tables, and details that are folded', () => {
  const page = rendered(markdown(openReport()))
  expect(page.children[0]).toMatchObject({ name: 'h1', text: 'rds-lint: unusable' })
  expect(tablesOf(page).map(({ title, rows }) => `${title}: ${rows.length}`)).toEqual([
    'rds-lint: unusable: 3',
    'The file: 1',
    'Findings: 2',
    'Not decided: 2',
    'Rules that went wrong and told nothing: 1',
    'The file: 1',
  ])
  expect(elements(page, 'details').map((one) => one.children[0]?.text)).toEqual([
    'What to do: 2 findings',
    'How to find out what is not known: 2 facts',
  ])
})

test('what is suppressed shows its reason and its end', () => {
  const table = tablesOf(rendered(markdown(answeredReport()))).find(({ title }) => title === 'Suppressed')
  expect(table?.heads.slice(-2)).toEqual(['reason', 'until'])
  expect(table?.rows.map((row) => row.slice(-2))).toEqual([
    ['Single broker accepted by the change board, CHG-1042', '2027-03-31'],
    ['Looked at by hand', ''],
  ])
})

describe.each(hostileTexts)('%s', (_, text) => {
  const page = rendered(markdown(withEverywhere(openReport(), text)))

  test('makes no element of its own, no link and no image', () => {
    expect(namesIn(page).filter((name) => !own.has(name))).toEqual([])
    expect(elements(page, 'a')).toEqual([])
    expect(elements(page, 'h2')).toHaveLength(3)
  })

  test('stays in its cells, letter by letter', () => {
    for (const { heads, rows } of tablesOf(page)) for (const row of rows) expect(row).toHaveLength(heads.length)
    const findings = tablesOf(page).find(({ title }) => title === 'Findings')
    expect(findings?.rows.map((row) => row[3])).toEqual(Array(2).fill(legible(text, 120, 1000).trim()))
  })
})

test.each([
  ['a mention', '@org/team', '`@`org/team'],
  ['an address', 'anna@contoso.example', 'anna`@`contoso.example'],
  ['two at once', 'a@@b', 'a`@@`b'],
  ['a link', 'https://evil.example', 'https`:`//evil.example'],
  ['a link without a scheme', 'www.evil.example', 'www`.`evil.example'],
  ['an issue', 'farm #12', 'farm `#`12'],
  ['a backtick before a mention', '`@a', '&#96;`@`a'],
  ['a backslash before a bar', 'a\\|b', 'a\\\\\\|b'],
  ['a share', '\\\\FS01\\upd$', '\\\\\\\\FS01\\\\upd$'],
])('%s is shown and nothing else: %s', (_, text, expected) => {
  expect(markdownText(text)).toBe(expected)
  const [table] = tablesOf(rendered(`| a | b |\n| --- | --- |\n| ${markdownText(text)} | x |`))
  expect(table?.rows).toEqual([[text, 'x']])
})

describe('more than a job summary holds', () => {
  const many = <T>(count: number, one: (index: number) => T) => Array.from({ length: count }, (_, index) => one(index))
  const text = markdown(
    aReport([
      anInventory({
        findings: many(4_000, (index) => aFinding({ subject: `営業部${index}`, message: '営業'.repeat(40) })),
        undecided: many(300, (index) => anUndecided({ subject: `Sales${index}` })),
      }),
      anInventory({ file: 'west.json' }),
    ]),
  )
  const tables = tablesOf(rendered(text))

  test('is left out from the end', () => {
    expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024)
    expect(tables.find(({ title }) => title === 'Findings')?.rows.length).toBeGreaterThan(1_000)
    expect(tables.find(({ title }) => title === 'Not decided')).toBeUndefined()
  })

  test('is told with its number', () => {
    const shown = tables.find(({ title }) => title === 'Findings')?.rows.length ?? 0
    const left = String(4_000 - shown).replace(/\B(?=\d{3}$)/, ',')
    expect(text).toContain(`${left} more findings had no room here: a job summary holds 1 MiB.`)
    expect(text).toContain('300 more undecided rules had no room here')
    expect(text).toContain('1 inventory more had no room here')
    expect(text).toContain('**4,000 errors, 300 undecided, 48 rules looked at 212 parts**')
  })
})

function namesIn(tree: XmlTree): readonly string[] {
  return [tree.name, ...tree.children.flatMap(namesIn)]
}
