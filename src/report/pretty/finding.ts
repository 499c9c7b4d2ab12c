import type { Finding, InventoryReport, Source } from '../../model/report.ts'
import { columns } from './columns.ts'
import type { Page } from './page.ts'
import { originOf, placedIn, placeOf } from './place.ts'
import { stanceNames } from './words.ts'
import { labelled, setIn, wrap } from './wrap.ts'

const labelWidth = 8

/** Gives one finding: what is wrong and where, which file of a bundle told it, what to do, how to check it, and, with `why`, what the rule rests on. */
export function finding(
  finding: Finding,
  inventory: Pick<InventoryReport, 'file' | 'isCollected'>,
  page: Page,
  why?: string,
): readonly string[] {
  const indent = page.narrow ? 4 : 11
  const room = page.width - indent
  const { text, commands = [], verify = [] } = finding.remediation
  const { origin } = finding
  const body = [
    ...wrap(page.show(finding.message.trimEnd()), room),
    ...(origin === undefined ? [] : part('from', [originOf(origin, inventory.file, page, room - labelWidth)], page)),
    ...part('do', [...wrap(page.show(text.trimEnd()), room - labelWidth), ...commands.map(page.showCommand)], page),
    ...part('check', verify.map(page.showCommand), page),
    ...(why === undefined ? [] : basis(finding, why, room - labelWidth, page)),
  ]
  return [...headline(finding, placedIn(inventory), indent, page), ...setIn(body, indent)]
}

function headline({ severity, rule, region }: Finding, file: string, indent: number, page: Page): readonly string[] {
  const gap = ' '.repeat(page.narrow ? 1 : 9 - severity.length)
  const [first = '', ...others] = wrap(page.show(rule), page.width - 2 - severity.length - gap.length)
  const start = `  ${page.severity[severity](severity)}${gap}${page.strong(first)}`
  const used = 2 + severity.length + gap.length + columns(first)
  const place = placeOf(file, region, page, page.width - indent)
  const space = page.width - used - columns(place)
  if (others.length === 0 && space >= 2) return [start + ' '.repeat(space) + page.faint(place)]
  return [start, ...setIn([...others.map(page.strong), page.faint(place)], indent)]
}

function basis({ sources }: Finding, why: string, room: number, page: Page): readonly string[] {
  return [
    ...(page.verbose ? part('why', wrap(page.show(why.trimEnd()), room), page) : []),
    ...part(
      'source',
      sources.flatMap((source) => cited(source, room, page)),
      page,
    ),
  ]
}

function cited({ document, section, url, revised, stance }: Source, room: number, page: Page): readonly string[] {
  const day = revised === undefined ? '' : `, revised ${page.show(revised)}`
  const text = `${page.show(document)}, "${page.show(section)}" (${stanceNames[stance]}${day})`
  const lines = wrap(text, room).map((line) => page.link(line, url))
  return page.verbose ? [...lines, page.showCommand(url)] : lines
}

function part(label: string, lines: readonly string[], page: Page): readonly string[] {
  return labelled(label, labelWidth, lines, page.faint)
}
