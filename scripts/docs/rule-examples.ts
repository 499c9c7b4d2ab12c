import { releaseName } from '../../src/model/which-releases.ts'
import { codeBlock, markdownText } from '../../src/report/markdown-text.ts'
import type { Example, ExpectedFinding, RuleFile } from '../../src/rules/rule.ts'
import { compactJson } from './compact-json.ts'

/** The examples of a rule by outcome, each with its inventory and what comes of it, as blocks of Markdown. */
export function ruleExamples({ examples }: RuleFile): readonly string[] {
  const { fails, passes, undecided = [], notApplicable = [] } = examples
  return [
    ...fails.flatMap((example) => [
      ...shown('Fails', example),
      example.findings.map((finding) => found(finding)).join('\n'),
    ]),
    ...passes.flatMap((example) => shown('Passes', example)),
    ...undecided.flatMap((example) => [
      ...shown('Undecided', example),
      example.undecided.map((pointer) => `- ${where(pointer)}: a fact is missing`).join('\n'),
    ]),
    ...notApplicable.flatMap((example) => shown('Not applicable', example)),
  ].filter((block) => block !== '')
}

function shown(outcome: string, example: Example): readonly string[] {
  const inventory = compactJson({ schemaVersion: 1, ...example.inventory })
  return [`### ${outcome}: ${markdownText(example.name)}`, circumstances(example), codeBlock(inventory, 'json')]
}

function circumstances({ target, method, phase, asOf }: Example): string {
  const parts = [
    ...(target === undefined ? [] : [`target ${releaseName(target)}`]),
    ...(method === undefined ? [] : [`method ${method}`]),
    ...(phase === undefined ? [] : [`phase ${phase}`]),
    ...(asOf === undefined ? [] : [`on ${asOf}`]),
  ]
  return parts.length === 0 ? '' : `With ${parts.join(', ')}:`
}

function found({ pointer, message, severity }: ExpectedFinding): string {
  return `- ${severity === undefined ? '' : `${severity} at `}${where(pointer)}: ${markdownText(message)}`
}

function where(pointer: string): string {
  return pointer === '' ? 'the whole inventory' : `\`${pointer}\``
}
