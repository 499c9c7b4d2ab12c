import type { RuleDescriptor, Severity, Source, Stance } from '../../model/report.ts'
import { codeBlock, markdownText } from '../markdown-text.ts'
import { webAddress } from '../web-address.ts'
import { messageText, sentences } from './message.ts'

/** Words of SARIF for our severities. */
export const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

const problems = { error: 'error', warning: 'warning', info: 'recommendation' } as const satisfies Record<
  Severity,
  string
>
const stances = {
  requires: 'requires it',
  advises: 'advises it',
  contradicts: 'says otherwise',
  interpretation: 'our reading of it',
} as const satisfies Record<Stance, string>

/** Gives what SARIF tells of a rule. `targets` are the releases of the run, for the tags. */
export function descriptorOf(rule: RuleDescriptor, targets: readonly string[]): object {
  const address = rule.sources.map((source) => webAddress(source.url)).find((url) => url !== undefined)
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: messageText(sentences(rule.title)) },
    fullDescription: { text: messageText(sentences(rule.title, rule.why)) },
    messageStrings: {
      fail: { text: "'{0}' does not meet it: '{1}'." },
      open: { text: "It could not be told for '{0}', because this is not known: '{1}'." },
    },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(address === undefined ? {} : { helpUri: address }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      precision: precisionOf(rule.sources),
      'problem.severity': problems[rule.severity],
      tags: ['rds', 'migration', rule.category, ...targets.map((target) => target.toLowerCase())].slice(0, 10),
    },
  }
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function helpText({ why, remediation, sources }: RuleDescriptor): string {
  const { text, commands = [], verify = [] } = remediation
  return [
    sentences(why, text),
    ...commands,
    ...(verify.length > 0 ? ['Check:', ...verify] : []),
    ...sources.map((source) => `${source.document}, "${source.section}" (${stances[source.stance]}): ${source.url}`),
  ]
    .map(messageText)
    .join('\n')
}

function helpMarkdown({ why, remediation, sources }: RuleDescriptor): string {
  const { text, commands = [], verify = [] } = remediation
  return [
    markdownText(why),
    '**What to do**',
    markdownText(text),
    ...(commands.length > 0 ? [codeBlock(commands, 'powershell')] : []),
    ...(verify.length > 0 ? ['**Check**', codeBlock(verify, 'powershell')] : []),
    '**Sources**',
    sources.map(sourceItem).join('\n'),
  ].join('\n\n')
}

function sourceItem({ document, section, url, revised, stance }: Source): string {
  const title = `${markdownText(document)}, "${markdownText(section)}"`
  const address = webAddress(url)?.replace(/[()]/g, encodeParenthesis)
  const day = revised === undefined ? '' : `, revised ${markdownText(revised)}`
  return `- ${address === undefined ? title : `[${title}](${address})`} (${stances[stance]}${day})`
}

function encodeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29'
}

function precisionOf(sources: readonly Source[]): string {
  if (sources.some(({ stance }) => stance === 'contradicts')) return 'medium'
  if (sources.some(({ stance }) => stance === 'requires')) return 'very-high'
  return sources.some(({ stance }) => stance === 'advises') ? 'high' : 'medium'
}
