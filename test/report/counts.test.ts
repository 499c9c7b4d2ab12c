import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { entriesOf } from '../../src/report/entry.ts'
import { type FormatName, formats } from '../../src/report/index.ts'
import { answeredReport } from '../support/answered-report.ts'
import { rendered, tablesOf } from '../support/rendered-markdown.ts'
import { aFinding, anInventory, anUndecided, aReport, sampleReport } from '../support/sample-report.ts'
import { workflowCommand } from '../support/workflow-commands.ts'
import { elements, xmlTree } from '../support/xml.ts'

const many = anInventory({
  findings: Array.from({ length: 40 }, (_, index) => aFinding({ severity: index % 2 === 0 ? 'error' : 'warning' })),
  undecided: Array.from({ length: 7 }, () => anUndecided()),
})
const reports: readonly (readonly [title: string, report: Report])[] = [
  ['the sample report', sampleReport()],
  ['a report with many findings', aReport([many])],
  ['an answered report', answeredReport()],
  ['an empty report', aReport([])],
]

/** What stands in the place of a rule where a file or a rule itself is wrong. */
const codes: ReadonlySet<string> = new Set([
  'rule-fault',
  ...reports.flatMap(([, { inventories }]) =>
    inventories.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)),
  ),
])

test.each(reports)('pretty, json and sarif tell the same numbers of %s', async (_, report) => {
  const inventories: readonly (typeof many)[] = JSON.parse(await written('json', report)).inventories
  const { results } = JSON.parse(await written('sarif', report)).runs[0]
  const of = (kind: string) => results.filter((result: { kind: string }) => result.kind === kind).length
  const page = await written('pretty', report)
  const told = (word: string) =>
    sum([...page.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].map(([, number]) => Number(number)))

  expect(sum(inventories.map(({ findings }) => findings.length))).toBe(of('fail'))
  expect(sum(inventories.map(({ undecided }) => undecided.length))).toBe(of('open'))
  expect(told('failed')).toBe(of('fail'))
  expect(told('undecided,')).toBe(of('open'))
})

/** How often each standing is shown by a format that has a place for each entry. */
const counted: Readonly<Partial<Record<FormatName, (text: string) => Standings>>> = {
  junit: (text) => {
    const tree = xmlTree(text)
    const skipped = elements(tree, 'skipped').map(({ attributes }) => attributes.type)
    return standings([...elements(tree, 'failure').map(() => 'failed'), ...skipped])
  },
  csv: (text) => standings(parse(text, { columns: true }).map((row) => (row as { status: string }).status)),
  markdown: (text) => {
    const titles: Readonly<Record<string, string>> = {
      Findings: 'failed',
      'Not decided': 'undecided',
      Suppressed: 'suppressed',
      'Known from the baseline': 'known',
    }
    return standings(tablesOf(rendered(text)).flatMap(({ title, rows }) => rows.map(() => titles[title])))
  },
  html: (text) => standings([...text.matchAll(/ data-standing="(\w+)"/g)].map(([, standing]) => standing)),
  unix: (text) => standings(lineKinds(text)),
  github: (text) =>
    standings([
      ...text.split('\n').flatMap((line) => {
        const command = workflowCommand(line)
        // Of an entry, which has a rule and a part, and not of the verdict, a file or a fault.
        return command?.properties.title?.match(/^[\w-]+: (?!unusable|blocked|undecided|ready)/)
          ? [annotated(command.name, command.message)]
          : []
      }),
      ...lineKinds(text),
    ]),
}

test.each(reports.flatMap(([title, report]) => Object.keys(counted).map((format) => [format, title, report] as const)))(
  '%s shows each entry of %s once, as what it counts',
  async (format, _, report) => {
    const entries = report.inventories.flatMap(entriesOf)
    const count = counted[format as FormatName]
    expect(count?.(await written(format as FormatName, report))).toEqual(
      standings(entries.map(({ standing }) => standing)),
    )
  },
)

test.each(reports)(
  'gitlab shows each entry of %s once but for the suppressed ones, for which it has no mark',
  async (_, report) => {
    const issues: readonly { description: string; severity: string }[] = JSON.parse(await written('gitlab', report))
    const entries = report.inventories.flatMap(entriesOf)
    const { suppressed: _none, ...shown } = standings(entries.map(({ standing }) => standing))
    const others = report.inventories.flatMap(({ diagnostics, faults }) => [...diagnostics, ...faults]).length
    expect(issues).toHaveLength(shown.failed + shown.known + shown.undecided + others)
    expect(issues.filter(({ severity }) => severity === 'info')).toHaveLength(shown.undecided)
    expect(issues.filter(({ description }) => description.startsWith('Known'))).toHaveLength(shown.known)
  },
)

test.each(['json', 'junit', 'github', 'markdown', 'html', 'csv', 'unix', 'pretty'] as const)(
  '%s says of a ready, empty inventory that it was judged, and by how much',
  async (format) => {
    const text = await written(format, aReport([anInventory({ verdict: 'ready' })]))
    expect(text).toMatch(/ready/i)
    expect(text).toMatch(format === 'json' ? /"rules": 48,\s+"subjects": 212/ : /48 rules looked at 212 parts/)
  },
)

test.each(Object.keys(formats) as readonly FormatName[])(
  '%s shows that a file is unusable, and why',
  async (format) => {
    const diagnostics = [{ code: 'empty', severity: 'error', message: 'The file is empty; export it again.' }] as const
    const counts = { rules: 0, subjects: 0, pass: 0, fail: 0, undecided: 0, notApplicable: 0, suppressed: 0 }
    const broken = anInventory({ file: 'broken.json', verdict: 'unusable', diagnostics, counts, tallies: {} })
    const text = await written(format, aReport([anInventory({ verdict: 'ready' }), broken], { verdict: 'unusable' }))
    expect(text).toContain('broken.json')
    expect(text).toContain('The file is empty; export it again.')
    if (!['sarif', 'gitlab'].includes(format)) expect(text).toMatch(/unusable/i)
  },
)

type Standings = Readonly<Record<'failed' | 'undecided' | 'known' | 'suppressed', number>>

function standings(all: readonly (string | undefined)[]): Standings {
  const of = (standing: string) => all.filter((one) => one === standing).length
  return { failed: of('failed'), undecided: of('undecided'), known: of('known'), suppressed: of('suppressed') }
}

/** What stands before the rule at the end of each line that has a place, but for what is wrong with a file or a rule. */
function lineKinds(text: string): readonly string[] {
  return [...text.matchAll(/^(?!::).*:\d+:\d+: .* \[(\w+)\/([\w-]+)\]$/gm)].flatMap(([, kind = '', rule = '']) => {
    if (codes.has(rule)) return []
    return [['error', 'warning', 'info'].includes(kind) ? 'failed' : kind]
  })
}

function annotated(kind: string, message: string): string {
  if (message.startsWith('Suppressed')) return 'suppressed'
  if (message.startsWith('Known from the baseline')) return 'known'
  return kind === 'warning' && message.startsWith('Not decided') ? 'undecided' : 'failed'
}

async function written(format: FormatName, report: Report): Promise<string> {
  return (await formats[format]())(report, {})
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
