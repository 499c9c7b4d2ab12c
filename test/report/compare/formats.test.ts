import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { type Comparison, comparedKinds, comparedStatuses, type PlacedItem } from '../../../src/model/comparison.ts'
import schema from '../../../src/report/compare/comparison.schema.json' with { type: 'json' }
import { comparisonHtml } from '../../../src/report/compare/comparison-html.ts'
import { comparisonJson } from '../../../src/report/compare/comparison-json.ts'
import { comparisonMarkdown } from '../../../src/report/compare/comparison-markdown.ts'
import { comparisonPretty } from '../../../src/report/compare/comparison-pretty.ts'
import { comparisonSarif } from '../../../src/report/compare/comparison-sarif.ts'
import { pageStyle, pageStyleHash } from '../../../src/report/compare/page-style.ts'
import { compared, farmBytes, sampleAfter, sampleComparison } from '../../support/a-comparison.ts'
import { hostileTexts } from '../../support/hostile.ts'
import { validateSarif } from '../../support/sarif-validator.ts'

const sample = sampleComparison()
const withText = { text: () => new TextDecoder().decode(sampleAfter) }
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

test('the sample has a part of every status', () => {
  expect(new Set(sample.items.map(({ status }) => status))).toEqual(new Set(comparedStatuses))
})

test.each<readonly [string, string]>([
  ['pretty.80.txt', comparisonPretty(sample)],
  ['pretty.40-ascii.txt', comparisonPretty(sample, { width: 40, ascii: true })],
  ['pretty.quiet.txt', comparisonPretty(sample, { quiet: true })],
  ['pretty.verbose.txt', comparisonPretty(sample, { verbose: true })],
  ['comparison.json.txt', comparisonJson(sample)],
  ['comparison.md', comparisonMarkdown(sample)],
  ['comparison.html', comparisonHtml(sample)],
  ['comparison.sarif', comparisonSarif(sample, withText)],
])('the sample is written as expected: %s', async (file, text) => {
  await expect(text).toMatchFileSnapshot(`expected/${file}`)
})

const nothing = compared(
  new TextEncoder().encode('{ "schemaVersion": 1 }'),
  new TextEncoder().encode('{ "schemaVersion": 1 }'),
)
const same = compared(farmBytes(), farmBytes())

describe('where nothing was compared', () => {
  test.each([
    ['pretty', comparisonPretty(nothing)],
    ['quiet', comparisonPretty(nothing, { quiet: true })],
    ['markdown', comparisonMarkdown(nothing)],
    ['html', comparisonHtml(nothing)],
  ])('%s says so', (_, text) => {
    expect(text).toContain('0 parts compared: the earlier inventory tells of none')
  })

  test('JSON and SARIF name what the earlier inventory does not tell', () => {
    expect(JSON.parse(comparisonJson(nothing)).notCompared).toEqual(['/deployment', '/servers'])
    expect(comparisonSarif(nothing)).toContain('was not compared: /deployment, /servers.')
  })
})

test('where all is kept, nothing is left to do', () => {
  expect(comparisonPretty(same)).toMatch(/KEPT +\d+ kept · \d+ parts compared\n\n {2}Next +Nothing\n$/)
})

describe('JSON', () => {
  test.each([
    ['the sample', sample],
    ['a comparison of nothing', nothing],
    ['a comparison with all kept', same],
  ])('%s keeps the schema', (_, comparison) => {
    validate(JSON.parse(comparisonJson(comparison)))
    expect(validate.errors).toBeNull()
  })

  test('the schema names every kind and status', () => {
    expect(schema.$defs.item.properties.kind.enum).toEqual(comparedKinds)
    expect(schema.$defs.item.properties.status.enum.toSorted()).toEqual(comparedStatuses.toSorted())
  })

  test.each([
    ['another version', { format: 2 }],
    ['a verdict of its own', { verdict: 'fine' }],
    ['a property that nobody knows', { extra: 1 }],
    ['a kind that nobody knows', { items: [{ kind: 'printer', name: 'x', status: 'kept', changes: [] }] }],
  ])('the schema refuses %s', (_, more) => {
    expect(validate({ ...JSON.parse(comparisonJson(sample)), ...more })).toBe(false)
  })

  test('keys stand in the order of the contract', () => {
    const written = JSON.parse(comparisonJson(sample))
    expect(Object.keys(written)).toEqual(['format', 'verdict', 'items', 'notCompared'])
    const changed = written.items.find(({ status }: PlacedItem) => status === 'changed')
    expect(Object.keys(changed)).toEqual(['kind', 'name', 'status', 'before', 'after', 'changes'])
    expect(Object.keys(changed.changes[0])).toEqual(['property', 'before', 'after'])
  })
})

describe('SARIF', () => {
  const [run] = JSON.parse(comparisonSarif(sample, withText)).runs

  test('points into the later file, also for what is not there any more', () => {
    const missing = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'part-missing')
    const [{ physicalLocation, logicalLocations }] = missing.locations
    expect(physicalLocation.artifactLocation.uri).toBe('after.json')
    expect(physicalLocation.region.snippet.text).toMatch(/^\[/)
    expect(logicalLocations[0].fullyQualifiedName).toBe('Sales/RDSH02.contoso.example')
  })

  test('has the exit code of the verdict, and no result for what is kept', () => {
    expect(run.invocations[0].exitCode).toBe(1)
    expect(run.results.length).toBe(sample.items.filter(({ status }) => status !== 'kept').length)
    expect(JSON.parse(comparisonSarif(same)).runs[0].results).toEqual([])
  })

  // 2003 wants a repository, 2006 fetches addresses, 2009 wants rule ids such as CS2001.
  const accepted = /^SARIF(?:2003|2006|2009)\b/

  test('the validator has nothing to say, notes included', { timeout: 120_000 }, () => {
    const texts = [sample, nothing, ...hostileTexts.slice(0, 12).map(([, text]) => hostile(text))].map((one) =>
      comparisonSarif(one, withText),
    )
    expect(validateSarif(texts).filter((line) => !accepted.test(line))).toEqual([])
  })
})

/** The sample with a text in the place of every one that an inventory could have put there. */
function hostile(text: string): Comparison {
  const items = sample.items.map((item) => ({
    ...item,
    name: text,
    ...(item.reason === undefined ? {} : { reason: text }),
    changes: item.changes.map((change) => ({ ...change, before: text, after: [text, text] })),
  }))
  const diagnostics = [{ code: 'schema', severity: 'warning', message: text }] as const
  return { ...sample, items, before: { ...sample.before, diagnostics }, after: { ...sample.after, diagnostics } }
}

describe.each(hostileTexts)('%s', (_, text) => {
  const comparison = hostile(text)

  test('reaches no terminal as more than text', () => {
    for (const width of [40, 80]) {
      const page = comparisonPretty(comparison, { width })
      expect(page).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u)
      expect(page).not.toMatch(/^\s*::[a-z]|##(?:vso)?\[/im)
      expect(page.length).toBeLessThan(200_000)
    }
  })

  test('reaches no page as markup', () => {
    const page = comparisonHtml(comparison)
    const plain = comparisonHtml(sample)
    const tags = (markup: string) =>
      (markup.match(/<(?!li>|\/li>|ul>|\/ul>)\/?[a-z!][^>]*>/gi) ?? []).filter(
        (tag) => !/^<(?:title|section)/.test(tag),
      ).length
    expect(page).not.toMatch(/<script|<img|<svg|javascript:[^1]|onerror=(?!1&gt;)/i)
    expect(page).not.toContain('\0')
    expect(Math.abs(tags(page) - tags(plain))).toBeLessThan(20)
  })

  test('reaches no Markdown table as a cell or a link', () => {
    const rows = comparisonMarkdown(comparison)
      .split('\n')
      .filter((line) => line.startsWith('| '))
    for (const row of rows) expect(row.replace(/\\\|/g, '').split(' | ').length).toBe(5)
    expect(comparisonMarkdown(comparison)).not.toMatch(/(?<!\\)\]\(|(?<!\\)</)
  })

  test('stays whole in JSON', () => {
    validate(JSON.parse(comparisonJson(comparison)))
    expect(validate.errors).toBeNull()
  })
})

test('the policy of the page names its style', () => {
  expect(pageStyleHash).toBe(`sha256-${createHash('sha256').update(pageStyle).digest('base64')}`)
  const page = comparisonHtml(sample)
  const [, style] = /<style>([\s\S]*)<\/style>/.exec(page) ?? []
  expect(style).toBe(pageStyle)
  expect(page).toContain(`style-src &#39;${pageStyleHash}&#39;`)
  expect(page).not.toMatch(/<script|style="|https?:/)
})

test('many parts of one kind are cut in the terminal, and named with --verbose', () => {
  const many = compared(
    farmBytes(({ deployment }) => {
      deployment.sessionCollections[0].userGroups = Array.from({ length: 30 }, (_, index) => `CONTOSO\\G${index}`)
    }),
    farmBytes(({ deployment }) => {
      deployment.sessionCollections[0].userGroups = []
    }),
  )
  expect(comparisonPretty(many)).toContain('and 10 more of them (--verbose names all)')
  expect(comparisonPretty(many, { verbose: true })).toContain('CONTOSO\\G29')
})

test('a page counts what it has no room to name', () => {
  const notCompared = Array.from({ length: 2010 }, (_, index) => `/servers/${index}/roles`)
  const page = comparisonHtml({ ...sample, notCompared })
  expect(page).not.toContain('/servers/2005/roles')
  expect(page).toContain('10 more are left out here; other formats have them all.')
})

test.each([40, 80])('lines of the terminal stay within %i columns', (width) => {
  const long = comparisonPretty(sample, { width })
    .split('\n')
    .filter((line) => line.length > width)
  expect(long).toEqual([])
})
