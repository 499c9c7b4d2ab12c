import { severityWords } from '../../src/cli/severities.ts'
import { groupBy } from '../../src/model/group-by.ts'
import { categories, type Method, methods, type Release } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { releaseName, whichReleases } from '../../src/model/which-releases.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import { methodNames, stanceNames, stepTitles } from '../../src/report/pretty/words.ts'
import { applicability } from '../../src/rules/applicability.ts'
import { sourcesOf } from '../../src/rules/describe.ts'
import { generatedFrom } from './generated-from.ts'
import type { BuiltInRule } from './rules.ts'
import { table } from './table.ts'

/** The page that says for each target and method which rules hold, how grave they are, why others do not, and who says so. */
export function rulesByTarget(rules: readonly BuiltInRule[]): string {
  return [
    generatedFrom('rules/'),
    '# Rules by target',
    '',
    'Which rules hold on the way to a release, and how grave they are. The first table has each rule in one line; the second says',
    `the same for moves to ${methodNames.migrate} and for an ${methodNames['in-place']} apart, why a rule does not hold, and which pages speak of it.`,
    'Severities depend on more where a word in brackets says so: the method, or the phase of the move.',
    '',
    '## At a glance',
    '',
    table(
      ['rule', ...supportedTargets.map(releaseName)],
      rules.map(({ file }) => [
        link(file.id),
        ...supportedTargets.map((target) => severityWords(file, { target }) ?? '–'),
      ]),
    ),
    '',
    ...categories.flatMap((category) => [
      `## ${stepTitles[category]}`,
      '',
      table(
        ['rule', 'target', methodNames.migrate, methodNames['in-place'], 'pages'],
        rules.filter(({ file }) => file.category === category).flatMap(rows),
      ),
      '',
    ]),
  ].join('\n')
}

/** One row for each group of targets that a rule treats alike. */
function rows(rule: BuiltInRule): readonly (readonly string[])[] {
  const cases = supportedTargets.map((target) => ({
    target,
    cells: [...methods.map((method) => says(rule, target, method)), pages(rule, target)],
  }))
  return groupBy(cases, ({ cells }) => JSON.stringify(cells)).map((group) => {
    const targets = group.map(({ target }) => target)
    const which = targets.length === supportedTargets.length ? 'each' : whichReleases(targets, supportedTargets)
    return [link(rule.file.id), which, ...(group[0]?.cells ?? [])]
  })
}

/** The severity, or why there is none: no phase admits the rule, so that any of them tells. */
function says({ file, rule }: BuiltInRule, target: Release, method: Method): string {
  const words = severityWords(file, { target, method })
  if (words !== undefined) return words
  const answer = applicability(rule, { target, method, phase: 'before' })
  if (!('reason' in answer)) throw new Error(`${file.id} applies to ${target}, ${method}, and has no severity there`)
  return `– (${answer.reason})`
}

function pages({ file, rule }: BuiltInRule, target: Release): string {
  const cited = methods
    .filter((method) => severityWords(file, { target, method }) !== undefined)
    .flatMap((method) => sourcesOf(rule, { target, method }))
  return groupBy(cited, ({ document, url, stance }) => JSON.stringify([document, url, stance]))
    .flatMap(([source]) => (source ? [source] : []))
    .map(({ document, url, stance }) => {
      const remark = stance === 'contradicts' || stance === 'interpretation' ? ` (${stanceNames[stance]})` : ''
      return `[${markdownText(document)}](<${url}>)${remark}`
    })
    .join('; ')
}

function link(id: string): string {
  return `[${id}](${id}.md)`
}
