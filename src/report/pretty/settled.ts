import type { Finding, InventoryReport, Undecided } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placedIn, placeOf } from './place.ts'
import { dayName, grouped } from './words.ts'
import { labelled, setIn, wrap } from './wrap.ts'

/** Entries of one kind that are shown, unless all are asked for. */
const most = 20
const indent = 11
const labelWidth = 8

/** Gives what is suppressed, with who said why: it stays in sight, and does not count for the verdict. */
export function suppressed(inventory: InventoryReport, page: Page): readonly string[] {
  const entries = [...inventory.findings, ...inventory.undecided].filter((entry) => entry.suppressed !== undefined)
  return section('Suppressed, and not counted', entries, (entry) => [
    ...headline(entry, inventory, page),
    ...because(entry, page),
  ])(page)
}

/** Gives the findings that the baseline knows, one line each. */
export function known(inventory: InventoryReport, page: Page): readonly string[] {
  const entries = inventory.findings.filter((one) => one.baseline === 'known' && one.suppressed === undefined)
  return section('Known from the baseline, and not counted', entries, (entry) => headline(entry, inventory, page))(page)
}

/** Gives the findings of the baseline that are there no more. */
export function gone(inventory: InventoryReport, page: Page): readonly string[] {
  return section('Gone since the baseline', inventory.gone ?? [], ({ rule, subject }) =>
    setIn(wrap(`${page.show(rule)} (${page.show(subject)})`, page.width - 2), 2),
  )(page)
}

function section<T>(title: string, entries: readonly T[], show: (entry: T) => readonly string[]) {
  return (page: Page): readonly string[] => {
    if (page.quiet || entries.length === 0) return []
    const shown = page.verbose ? entries : entries.slice(0, most)
    const left = entries.length - shown.length
    return [
      page.strong(title),
      ...shown.flatMap(show),
      ...(left === 0 ? [] : [`  and ${grouped(left)} more (--verbose names them)`]),
    ]
  }
}

function headline(entry: Finding | Undecided, inventory: InventoryReport, page: Page): readonly string[] {
  const { rule, subject, severity, region } = entry
  const word = 'missing' in entry ? 'open' : severity
  const lines = wrap(`${page.show(rule)} (${page.show(subject)})`, page.width - indent)
  const [first = '', ...others] = [
    ...lines,
    page.faint(placeOf(placedIn(inventory), region, page, page.width - indent)),
  ]
  const start = `  ${page.severity[severity](word)}${' '.repeat(indent - 2 - word.length)}${first}`
  return [start, ...setIn(others, indent)]
}

function because({ suppressed }: Finding | Undecided, page: Page): readonly string[] {
  if (suppressed === undefined) return []
  const { reason, expires } = suppressed
  const until = expires === undefined ? '' : ` (until ${dayName(page.show(expires))})`
  const lines = wrap(`${page.show(reason.trim())}${until}`, page.width - indent - labelWidth)
  return setIn(labelled('reason', labelWidth, lines, page.faint), indent)
}
