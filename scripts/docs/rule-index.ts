import { categories } from '../../src/model/report.ts'
import { markdownText } from '../../src/report/markdown-text.ts'
import { stepTitles } from '../../src/report/pretty/words.ts'
import type { RuleFile } from '../../src/rules/rule.ts'
import { generatedFrom } from './generated-from.ts'
import { severityToday } from './severity-rows.ts'
import { table } from './table.ts'

/** The list of all rules by step of the migration, each with a link to its page. */
export function ruleIndex(rules: readonly RuleFile[]): string {
  const steps = categories.flatMap((category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map((rule) => [`[${rule.id}](${rule.id}.md)`, markdownText(rule.title), severityToday(rule)])
    return [`## ${stepTitles[category]}`, '', table(['rule', 'what must hold', 'severity'], rows), '']
  })
  return [
    generatedFrom('rules/'),
    '# Rules',
    '',
    `${rules.length} rules, in the order of the steps of Microsoft's article. The severity is that for every target, or for those named.`,
    'Step 7 of the article, standalone servers, is the rule [standalone-role-server](standalone-role-server.md), which names the',
    'guide for each role. [By target](by-target.md) tells them apart by the release and the method of the move.',
    '',
    ...steps,
  ].join('\n')
}
