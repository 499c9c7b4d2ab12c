import { severityWords } from '../../src/cli/severities.ts'
import { methods } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { whichReleases } from '../../src/model/which-releases.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import { methodNames } from '../../src/report/pretty/words.ts'
import type { Citation, RuleFile } from '../../src/rules/rule.ts'
import { dataDisagreements } from './data-disagreements.ts'
import { generatedFrom } from './generated-from.ts'
import type { DataTable } from './rule-data.ts'
import { sourceWords } from './source-words.ts'
import { table } from './table.ts'

/** The page of all that Microsoft's pages contradict each other in, as far as a rule or a table rests on it. */
export function disagreements(rules: readonly RuleFile[], tables: readonly DataTable[]): string {
  return [
    generatedFrom('rules/'),
    "# Where Microsoft's pages disagree, and which one we follow",
    '',
    'A finding of such a rule cites both sides. What one page leaves open is told in [readings](decisions/readings.md), and',
    'contradictions on which no rule rests are among the [traps](coverage.md#traps).',
    '',
    '## Rules',
    '',
    table(
      ['rule', 'for', 'rests on', 'says otherwise', 'so'],
      rules.flatMap((rule) => rule.sources.filter(contradicts).map((other) => row(rule, other))),
    ),
    '',
    '## Tables',
    '',
    table(['table', 'for', 'rests on', 'says otherwise', 'so'], dataDisagreements(tables)),
    '',
  ].join('\n')
}

function row(rule: RuleFile, other: Citation): readonly string[] {
  const { id, why, sources } = rule
  const rest = sources.filter((source) => !contradicts(source) && meet(source, other))
  return [
    `[${id}](rules/${id}.md)`,
    scope(rule, other),
    rest.map(sourceWords).join('; '),
    sourceWords(other),
    markdownText(why.trim().replace(/\s+/g, ' ')),
  ]
}

function contradicts({ stance }: Citation): boolean {
  return stance === 'contradicts'
}

function meet(one: Citation, other: Citation): boolean {
  const targets = supportedTargets.some((target) => speaksOf(one.targets, target) && speaksOf(other.targets, target))
  return targets && methods.some((method) => speaksOf(one.methods, method) && speaksOf(other.methods, method))
}

function speaksOf<T>(some: readonly T[] | undefined, one: T): boolean {
  return some?.includes(one) ?? true
}

/** Where the rule applies and the page speaks of it. */
function scope(rule: RuleFile, { targets, methods: some }: Citation): string {
  const ofTargets = supportedTargets.filter((target) => speaksOf(targets, target) && severityWords(rule, { target }))
  const ofMethods = methods.filter((method) => speaksOf(some, method) && severityWords(rule, { method }))
  return [
    whichReleases(ofTargets, supportedTargets),
    ...(ofMethods.length === methods.length ? [] : ofMethods.map((method) => methodNames[method])),
  ].join(', ')
}
