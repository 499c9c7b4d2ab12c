import type { Source } from '../../src/model/report.ts'
import { codeBlock, markdownText } from '../../src/report/markdown-text.ts'
import { stanceNames, stepTitles } from '../../src/report/pretty/words.ts'
import { unfilled } from '../../src/rules/describe.ts'
import type { RuleFile } from '../../src/rules/rule.ts'
import { generatedFrom } from './generated-from.ts'
import { ruleExamples } from './rule-examples.ts'
import type { BuiltInRule } from './rules.ts'
import { applicabilityBlocks } from './severity-rows.ts'

/** The page of one rule, as Markdown. */
export function rulePage(builtIn: BuiltInRule): string {
  const { file, rule } = builtIn
  const { id, category, title, why, when, require, message, sources, suppressible = true } = file
  const { text, commands = [], verify = [] } = unfilled(rule)
  const blocks = [
    generatedFrom(`rules/${category}/${id}.yaml`),
    `# ${id}`,
    `${prose(title)}.`,
    [
      `- ${stepTitles[category]}`,
      ...dependsOn(file),
      ...[file.for].flat().map((pointer) => `- Looks at ${whereItLooks(pointer)}`),
      ...(suppressible ? [] : ['- Nobody can suppress it']),
    ].join('\n'),
    '## Severity',
    ...applicabilityBlocks(builtIn),
    '## Why',
    prose(why),
    '## Condition',
    ...(when === undefined ? [] : ['The rule applies where', code(when, 'cel')]),
    when === undefined ? 'It demands' : 'There it demands',
    code(require, 'cel'),
    'Otherwise it says, with what the inventory tells in the place of each `{…}`,',
    `> ${prose(message)}`,
    '## What to do',
    prose(text),
    ...(commands.length === 0 ? [] : [codeBlock(commands, 'powershell')]),
    ...(verify.length === 0 ? [] : ['To check:', codeBlock(verify, 'powershell')]),
    '## Sources',
    sources.map(sourceLine).join('\n'),
    '## Examples',
    ...ruleExamples(file),
  ]
  return `${blocks.join('\n\n')}\n`
}

function prose(text: string): string {
  return markdownText(text.trim().replace(/\s+/g, ' '))
}

function code(text: string, language: string): string {
  return codeBlock(text.trimEnd().split('\n'), language)
}

function dependsOn({ severity }: RuleFile): readonly string[] {
  if (typeof severity === 'string') return []
  return severity.flatMap(({ is, when }) => (when === undefined ? [] : [`- It is ${an[is]} where \`${when}\``]))
}

const an = { error: 'an error', warning: 'a warning', info: 'information' } as const

function whereItLooks(pointer: string): string {
  if (pointer === '') return 'the whole inventory'
  return pointer.includes('*') ? `each \`${pointer}\`` : `\`${pointer}\``
}

function sourceLine({ document, section, url, revised, stance }: Source): string {
  const remark = revised === undefined ? stanceNames[stance] : `${stanceNames[stance]}, revised ${revised}`
  return `- [${prose(document)}](<${url}>), "${prose(section)}" (${remark})`
}
