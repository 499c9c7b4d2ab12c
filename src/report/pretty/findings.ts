import { groupBy } from '../../model/group-by.ts'
import { type Category, categories, type Finding, type InventoryReport, type Report } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'
import { finding } from './finding.ts'
import type { Page } from './page.ts'
import { grouped, stepTitles } from './words.ts'
import { setIn, wrap } from './wrap.ts'

/** A rule with more findings than this shows the first few in full, the others as a list. */
const most = 5
const inFull = 3
/** Places in such a list, unless all are asked for. */
const places = 20

/** Gives the findings by step of the migration, one section each. */
export function findings(inventory: InventoryReport, report: Report, page: Page): readonly (readonly string[])[] {
  const shown = page.quiet
    ? inventory.findings.filter(({ severity }) => severity === 'error' || reaches(severity, report.failOn))
    : inventory.findings
  const whys = new Map(report.rules.map(({ id, why }) => [id, why]))
  return categories.flatMap((category) => {
    const own = shown.filter((one) => one.category === category)
    return own.length === 0 ? [] : [step(category, own, inventory, whys, page)]
  })
}

function step(
  category: Category,
  own: readonly Finding[],
  inventory: InventoryReport,
  whys: ReadonlyMap<string, string>,
  page: Page,
): readonly string[] {
  const groups = groupBy(own, ({ rule, severity }) => `${severity} ${rule}`)
  const blocks = groups.map((group) => ofOneRule(group, inventory, whys, page))
  return [
    page.strong(stepTitles[category]),
    ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])),
  ]
}

function ofOneRule(
  group: readonly Finding[],
  inventory: InventoryReport,
  whys: ReadonlyMap<string, string>,
  page: Page,
): readonly string[] {
  const full = group.length > most ? group.slice(0, inFull) : group
  const why = whys.get(group[0]?.rule ?? '')
  // What the rule itself says is said once: the first finding carries why and where Microsoft says so.
  const blocks = full.flatMap((one, index) =>
    index === 0 ? finding(one, inventory, page, why) : ['', ...finding(one, inventory, page)],
  )
  return group.length === full.length ? blocks : [...blocks, '', ...folded(group.slice(inFull), page)]
}

function folded(rest: readonly Finding[], page: Page): readonly string[] {
  const listed = page.verbose ? rest : rest.slice(0, places)
  const names = listed.map(({ subject, region }) => `${page.show(subject)} ${region.line}:${region.column}`)
  const left = rest.length - listed.length
  const more = left === 0 ? '' : `, and ${grouped(left)} more (--verbose names them)`
  const text = `and ${grouped(rest.length)} more of ${page.show(rest[0]?.rule ?? '')}, at line:column: ${names.join(', ')}${more}`
  const indent = page.narrow ? 4 : 11
  return setIn(wrap(text, page.width - indent), indent)
}
