import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lint } from '../src/lint.ts'
import { formats } from '../src/report/index.ts'
import { validateSarif } from './support/sarif-validator.ts'

const stories = readdirSync('fixtures').sort()
const verdicts = {
  'classic-mistakes': 'blocked',
  'halfway-through': 'blocked',
  'healthy-2012-farm': 'ready',
  'new-collection': 'ready',
  'no-straight-way': 'blocked',
  'seen-in-part': 'undecided',
  'server-core-in-place': 'blocked',
}

test('there is a story for each verdict', () => {
  expect(stories).toEqual(Object.keys(verdicts))
})

describe.each(stories)('%s', (story) => {
  const file = `fixtures/${story}/inventory.json`
  const bytes = readFileSync(file)
  const report = lint([{ file, bytes }], { asOf: '2026-11-24' })

  test('has the verdict of its story', () => {
    expect(report.verdict).toBe(verdicts[story as keyof typeof verdicts])
  })

  test.each([
    ['pretty', 'report.txt'],
    ['json', 'report.json'],
    ['sarif', 'report.sarif'],
  ] as const)('reads as expected in the format %s', async (format, name) => {
    const render = await formats[format]()
    const text = render(report, { cwd: '/', flavour: 'posix', text: () => bytes.toString() })
    await expect(text).toMatchFileSnapshot(`../fixtures/${story}/expected/${name}`)
  })

  test('is in order for the SARIF validator', { timeout: 120_000 }, async () => {
    const render = await formats.sarif()
    const said = validateSarif([render(report, { flavour: 'posix', text: () => bytes.toString() })])
    const expected = ['SARIF2003', 'SARIF2006', 'SARIF2009', 'GH2003', 'GH2006', 'GH2009']
    expect(said.filter((line) => !expected.some((rule) => line.startsWith(rule)))).toEqual([])
  })
})
