import { impossible } from '../../src/plan/preconditions/precondition.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import type { RuleFile } from '../../src/rules/rule.ts'
import { type Coverage, isPath, type Row } from './coverage.ts'
import { generatedFrom } from './generated-from.ts'
import { table } from './table.ts'

/** Kinds of rows, by the letters that their names begin with. */
const kinds: readonly (readonly [names: RegExp, title: string])[] = [
  [/^S\d/, 'The article on Windows Server 2012 R2'],
  [/^P/, 'The other pages of its guide'],
  [/^G/, 'Gateway and Web Access'],
  [/^L/, 'Licensing'],
  [/^U/, 'Upgrades in place'],
  [/^H/, 'Broker high availability'],
  [/^V/, 'Virtual desktops'],
  [/^(?:[CDK]|SKU)/, 'Certificates, profile disks, editions and what releases change'],
  [/^M16/, 'What the article on 2016 and later adds'],
  [/^T/, 'Traps'],
]

/** The page that says what each sentence and each constraint of Microsoft's pages came to. */
export function coveragePage(coverage: Coverage, rules: readonly RuleFile[]): string {
  const { article, rows, ours, unwritten } = coverage
  const withRule = rows.filter(({ by = [] }) => by.some((answer) => !isPath(answer))).length
  const withData = rows.filter(({ by = [] }) => by.length > 0 && by.every(isPath)).length
  return [
    generatedFrom('scripts/docs/coverage.yaml'),
    '# Coverage',
    '',
    "What Microsoft's pages say about moving Remote Desktop Services, and what it came to here: a rule, data or code, or the",
    `reason why there is no rule. Of ${rows.length} constraints ${withRule} have a rule, ${withData} data or code alone, and`,
    `${rows.length - withRule - withData} neither. Where pages contradict each other is told in [disagreements](disagreements.md), where each rule`,
    'applies in [rules by target](rules/by-target.md).',
    '',
    '## The article, sentence by sentence',
    '',
    'The operations are those by which a [plan](planning.md) carries the sentence; a runbook that goes against it is told by the',
    'rules of the last column, or that it leaves the operation out.',
    '',
    table(
      ['sentence', 'constraint', 'rules and data, or why there are none', 'operations', 'against it'],
      article.map(({ begins, rows: names = [], because = '' }) => {
        const meant = rows.filter(({ row }) => names.includes(row))
        const reasons = [because, ...meant.map((row) => row.because ?? '')].filter((reason) => reason !== '')
        const answers = answered(meant.flatMap(({ by = [] }) => by)) || markdownText(reasons.join('; '))
        const operations = meant.flatMap(({ plan }) => plan?.operations ?? []).map((name) => `\`${name}\``)
        const against = answered(meant.flatMap(({ plan }) => plan?.against ?? []))
        return [`${markdownText(begins)} …`, names.join(', '), answers, operations.join(', '), against]
      }),
    ),
    '',
    ...kinds.flatMap(([names, title]) => [
      `## ${title}`,
      '',
      table(
        ['', 'what the page says', 'page', 'rules and data', 'because'],
        rows.filter(({ row }) => names.test(row)).map((row) => cells(row, coverage)),
      ),
      '',
    ]),
    '## Rules, and what they rest on',
    '',
    table(
      ['rule', 'constraints'],
      rules.map(({ id }) => {
        const own = ours.filter(({ rule }) => rule === id).map(({ because }) => `none: ${markdownText(because)}`)
        return [answered([id]), [...rowsOf(id, rows), ...own].join(', ')]
      }),
    ),
    '',
    '## No rules',
    '',
    table(
      ['would be', 'because'],
      unwritten.map(({ rule, because }) => [`\`${rule}\``, markdownText(because)]),
    ),
    '',
  ].join('\n')
}

/** The rows that a rule answers. */
export function rowsOf(id: string, rows: readonly Row[]): readonly string[] {
  return rows.filter(({ by = [] }) => by.includes(id)).map(({ row }) => row)
}

function cells({ row, says, page, section, by = [], because = '' }: Row, { pages }: Coverage): readonly string[] {
  const { title = page, url } = pages[page] ?? {}
  const link = url === undefined ? markdownText(title) : `[${markdownText(title)}](<${url}>)`
  const where = section === undefined ? link : `${link}, "${markdownText(section)}"`
  return [row, markdownText(says), where, answered(by), markdownText(because)]
}

function answered(answers: readonly string[]): string {
  return [...new Set(answers)]
    .map((answer) => {
      if (answer === impossible) return `[${answer}](planning.md)`
      return isPath(answer) ? `[${answer}](../${answer})` : `[${answer}](rules/${answer}.md)`
    })
    .join(', ')
}
