import type { InventoryReport } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placedIn, placeOf } from './place.ts'
import { collecting, type Fact, type FactKind, kindsOf } from './unknowns.ts'
import { count, grouped } from './words.ts'
import { labelled, setIn, wrap } from './wrap.ts'

/** A kind with more facts than this is told in one entry. */
const most = 3
const named = 2
const indent = 5
const labelWidth = 9

/** Gives what nobody knows, fact by fact: where it would come from, which rules wait for it, and how to get it. */
export function missing(inventory: InventoryReport, facts: readonly Fact[], page: Page): readonly string[] {
  if (facts.length === 0) return []
  const entries = kindsOf(facts).flatMap((kind) =>
    kind.facts.length > most
      ? [entry(kind.facts, kind.rules, placedIn(inventory), page)]
      : kind.facts.map((fact) => entry([fact], [...fact.rules], placedIn(inventory), page)),
  )
  return [page.strong('Not known'), ...entries.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))]
}

function entry(facts: readonly Fact[], rules: readonly string[], file: string, page: Page): readonly string[] {
  const first = facts[0]?.missing
  if (first === undefined) return []
  const room = page.width - indent
  const label = facts.length === 1 ? page.show(first.label) : together(facts, page)
  const part = (name: string, text: string) => labelled(name, labelWidth, wrap(text, room - labelWidth), page.faint)
  const how = collecting(first, placeOf(file, first.region, page, room - labelWidth))
  const [head = '', ...others] = wrap(label, room)
  return [
    `  ${page.severity.warning('?')}  ${page.strong(head)}`,
    ...setIn(
      [
        ...others.map(page.strong),
        ...(first.reason === undefined ? [] : part('reason', reasons(facts, page))),
        ...part('waits', rules.map(page.show).join(', ')),
        ...part('collect', facts.length === 1 ? page.show(how) : `${page.show(how)}, and so on`),
      ],
      indent,
    ),
  ]
}

function reasons(facts: readonly Fact[], page: Page): string {
  const all = [...new Set(facts.flatMap(({ missing }) => missing.reason ?? []))]
  const [first = ''] = all
  return all.length < 2 ? page.show(first) : `${page.show(first)} (and ${count(all.length - 1, 'more reason')})`
}

/** "operatingSystem of 9,812 servers: RDSH01, RDSH02, … and 9,810 more" */
function together(facts: FactKind['facts'], page: Page): string {
  const labels = facts.map(({ missing }) => missing.label)
  const shared = sharedStart(labels)
  const what = shared === '' ? 'facts' : shared.slice(0, -' of '.length)
  const names = (page.verbose ? labels : labels.slice(0, named)).map((label) => page.show(label.slice(shared.length)))
  const left = labels.length - names.length
  const more = left === 0 ? '' : `, ${page.gap} and ${grouped(left)} more`
  const whose =
    shared === ''
      ? `${grouped(labels.length)} facts`
      : `${page.show(what)} of ${grouped(labels.length)} ${ownersOf(facts)}`
  return `${whose}: ${names.join(', ')}${more}`
}

/** Gives what all labels begin with, up to and with their " of "; empty where they share none. */
function sharedStart(labels: readonly string[]): string {
  const [first = ''] = labels
  let length = first.length
  for (const label of labels) {
    while (!label.startsWith(first.slice(0, length))) length--
  }
  const end = first.slice(0, length).lastIndexOf(' of ')
  return end < 0 ? '' : first.slice(0, end + ' of '.length)
}

/** Gives the list that the facts differ in, in words: "servers", "session hosts". */
function ownersOf(facts: readonly Fact[]): string {
  const list = /([^/]+)\/\d+(?!.*\/\d+(?:\/|$))/.exec(facts[0]?.missing.pointer ?? '')?.[1]
  return list === undefined ? 'parts' : list.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
