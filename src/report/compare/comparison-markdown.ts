import {
  type ComparedFile,
  type ComparedPlace,
  type ComparedStatus,
  type Comparison,
  comparedStatuses,
  type PlacedItem,
} from '../../model/comparison.ts'
import { legible } from '../../model/visible.ts'
import { markdownText } from '../markdown-text.ts'
import { grouped } from '../pretty/words.ts'
import {
  changeWords,
  comparedWords,
  itemsOf,
  kindNames,
  nextOf,
  numbersOf,
  statusMeanings,
  statusTitles,
  verdictMeanings,
} from './words.ts'

/** Rows of one table; a page of more is for other formats. */
const most = 500

/** Gives the comparison as a page of Markdown: verdict, numbers, and a table for each status; kept parts are counted only. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { verdict, before, after, items, notCompared } = comparison
  const blocks = [
    `# ${shown(before.file)}, then ${shown(after.file)}: ${verdict}`,
    `**${[numbersOf(items).join(', '), comparedWords(comparison)].filter((part) => part !== '').join('; ')}**`,
    verdictMeanings[verdict],
    `Next: ${shown(nextOf(comparison))}`,
    ...comparedStatuses.filter((status) => status !== 'kept').flatMap((status) => section(status, comparison)),
    ...(notCompared.length === 0
      ? []
      : ['## Not compared', 'The earlier inventory does not tell:', list(notCompared.map(shown))]),
    ...[before, after].flatMap(remarks),
  ]
  return `${blocks.join('\n\n')}\n`
}

function section(status: ComparedStatus, comparison: Comparison): readonly string[] {
  const items = itemsOf(comparison.items, status)
  if (items.length === 0) return []
  const rows = items.slice(0, most).map((item) => rowOf(item, comparison))
  const lines = [['kind', 'name', 'what', 'before', 'after'], ['---', '---', '---', '---', '---'], ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )
  const left = items.length - rows.length
  return [
    `## ${statusTitles[status]}`,
    `It ${statusMeanings[status]}.`,
    lines.join('\n'),
    ...(left === 0 ? [] : [`${grouped(left)} more are left out here; other formats have them all.`]),
  ]
}

function rowOf(item: PlacedItem, { before, after }: Comparison): readonly string[] {
  const what = [...item.changes.map(changeWords), ...(item.reason === undefined ? [] : [item.reason])]
  return [
    kindNames[item.kind],
    shown(item.name),
    what.map(shown).join('; '),
    item.beforePlace ? place(before, item.beforePlace) : '',
    place(after, item.laterPlace),
  ]
}

function place({ file }: ComparedFile, { region, origin }: ComparedPlace): string {
  return origin ? shown(origin.file) : shown(`${file}:${region.line}:${region.column}`)
}

function remarks({ file, diagnostics }: ComparedFile): readonly string[] {
  if (diagnostics.length === 0) return []
  const lines = diagnostics.map(({ severity, message, region }) => {
    const where = region === undefined ? '' : ` ${region.line}:${region.column}`
    return `**${severity}**${where} ${shown(message)}`
  })
  return [`## ${shown(file)}`, list(lines)]
}

function list(lines: readonly string[]): string {
  const shownLines = lines.slice(0, most).map((line) => `- ${line}`)
  const left = lines.length - shownLines.length
  return [...shownLines, ...(left === 0 ? [] : [`- and ${grouped(left)} more`])].join('\n')
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
