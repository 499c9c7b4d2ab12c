import { groupBy } from '../../model/group-by.ts'
import type { InventoryReport, Report, RuleDescriptor, Source } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { type Entry, entriesOf } from '../entry.ts'
import { codeBlock, markdownText } from '../markdown-text.ts'
import { collecting, type Fact, type FactKind, kindsOf } from '../pretty/unknowns.ts'
import { count, grouped, stanceNames } from '../pretty/words.ts'
import { webAddress } from '../web-address.ts'
import type { Room } from './room.ts'

/** Gives what is folded: what to do about each finding with commands to copy, and how to find out what is not known. */
export function details(
  inventory: InventoryReport,
  facts: readonly Fact[],
  report: Report,
  room: Room,
): readonly string[] {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]))
  const todo = entriesOf(inventory).filter(({ remediation, standing }) => remediation && standing !== 'suppressed')
  const groups = groupBy(todo, ({ rule }) => rule)
  return [
    ...folded(`What to do: ${count(todo.length, 'finding')}`, groups, (group) => ruleBlocks(group, rules), room),
    ...folded(
      `How to find out what is not known: ${count(facts.length, 'fact')}`,
      kindsOf(facts),
      (kind) => [factItem(kind, inventory.file)],
      room,
    ),
  ]
}

function folded<T>(
  summary: string,
  parts: readonly T[],
  blocksOf: (part: T) => readonly string[],
  room: Room,
): readonly string[] {
  const blocks: string[] = []
  for (const part of parts) {
    const some = blocksOf(part)
    if (!room.take(some.join('\n\n'))) break
    blocks.push(...some)
  }
  if (blocks.length === 0) return []
  return [`<details>\n<summary>${summary}</summary>`, ...blocks, '</details>']
}

function ruleBlocks(group: readonly Entry[], rules: ReadonlyMap<string, RuleDescriptor>): readonly string[] {
  const [first] = group
  const rule = rules.get(first?.rule ?? '')
  return [
    `#### ${shown(first?.rule ?? '')}`,
    ...(rule === undefined ? [] : [`${shown(rule.title)}. ${shown(rule.why)}`]),
    ...group.flatMap(findingBlocks),
    ...(rule === undefined ? [] : [rule.sources.map(sourceItem).join('\n')]),
  ]
}

function findingBlocks({ subject, remediation }: Entry): readonly string[] {
  const { text = '', commands = [], verify = [] } = remediation ?? {}
  return [
    `**${shown(subject)}**: ${shown(text)}`,
    ...(commands.length === 0 ? [] : [code(commands)]),
    ...(verify.length === 0 ? [] : ['To check:', code(verify)]),
  ]
}

function sourceItem({ document, section, url, revised, stance }: Source): string {
  const title = `${shown(document)}, "${shown(section)}"`
  const address = webAddress(url)?.replace(/[()<>\\]/g, (found) => `%${found.charCodeAt(0).toString(16)}`)
  const day = revised === undefined ? '' : `, revised ${shown(revised)}`
  return `- ${address === undefined ? title : `[${title}](${address})`} (${stanceNames[stance]}${day})`
}

function factItem({ facts, rules }: FactKind, file: string): string {
  const missing = facts[0]?.missing
  if (missing === undefined) return ''
  const place = `${file}:${missing.region.line}:${missing.region.column}`
  const more = facts.length === 1 ? '' : ` and ${grouped(facts.length - 1)} more of the kind`
  const how = `${collecting(missing, place)}${facts.length === 1 ? '' : ', and so on'}`
  const reason = missing.reason === undefined ? '' : ` (${shown(missing.reason.replace(/\.$/, ''))})`
  return `- **${shown(missing.label)}**${more}${reason}: ${shown(how)}. Waiting: ${shown(rules.join(', '))}`
}

function code(lines: readonly string[]): string {
  return codeBlock(
    lines.map((line) => legible(line, 1000, 2000)),
    'powershell',
  )
}

function shown(text: string): string {
  return markdownText(legible(text.trim(), 120, 1000))
}
