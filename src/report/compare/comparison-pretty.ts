import {
  type ComparedFile,
  type ComparedPlace,
  type ComparedStatus,
  type Comparison,
  comparedStatuses,
  type PlacedItem,
} from '../../model/comparison.ts'
import { groupBy } from '../../model/group-by.ts'
import { type Page, type PrettyOptions, pageOf } from '../pretty/page.ts'
import { originOf, placedIn, placeOf } from '../pretty/place.ts'
import { diagnostics } from '../pretty/remarks.ts'
import { grouped } from '../pretty/words.ts'
import { flow, labelled, setIn, wrap } from '../pretty/wrap.ts'
import { changeWords, comparedWords, itemsOf, kindNames, nextOf, numbersOf, statusTitles } from './words.ts'

/** Parts of one kind and status that are shown, unless all are asked for. */
const most = 20
const mostPointers = 10
const labelWidth = 11

const verdictPaints = { kept: 'ready', lost: 'blocked', undecided: 'undecided' } as const

/** Gives the comparison for a terminal or a pipe: verdict, what is missing, not observed, changed and new. */
export function comparisonPretty(comparison: Comparison, options: PrettyOptions = {}): string {
  const page = pageOf(options)
  const shown: readonly ComparedStatus[] = page.quiet
    ? ['missing']
    : comparedStatuses.filter((status) => status !== 'kept' || page.verbose)
  const sections = [
    [...heading(comparison, page), ...(page.quiet ? [] : ['']), ...verdict(comparison, page)],
    ...shown.map((status) => section(itemsOf(comparison.items, status), status, comparison, page)),
    ...(page.quiet
      ? []
      : [notCompared(comparison, page), remarks(comparison.before, page), remarks(comparison.after, page)]),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function heading({ before, after }: Comparison, page: Page): readonly string[] {
  const names = [before, after].map(({ file }) => placeOf(file, undefined, page))
  const lines = flow([names[0] ?? '', `then ${names[1]}`], page.dot, page.width).map(page.strong)
  const isCollected = [before, after].some(
    ({ isCollected, diagnostics }) => isCollected && diagnostics.some(({ region }) => region !== undefined),
  )
  return [...lines, ...(isCollected ? wrap(ofBundle, page.width).map(page.faint) : [])]
}

const ofBundle =
  'Places such as inventory:12:5 are lines and columns of the inventory that rds-lint collect prints of a bundle.'

function verdict(comparison: Comparison, page: Page): readonly string[] {
  const { verdict, items } = comparison
  const room = page.width - 2 - labelWidth
  const paint = page.verdict[verdictPaints[verdict]]
  const lines = labelled(
    verdict.toUpperCase(),
    labelWidth,
    flow(
      [numbersOf(items).join(', '), comparedWords(comparison)].filter((part) => part !== ''),
      page.dot,
      room,
    ),
    paint,
  )
  const next = labelled('Next', labelWidth, wrap(page.show(nextOf(comparison)), room), page.strong)
  return setIn([...lines, ...(page.quiet ? [] : ['', ...next])], 2)
}

function section(
  items: readonly PlacedItem[],
  status: ComparedStatus,
  comparison: Comparison,
  page: Page,
): readonly string[] {
  if (items.length === 0) return []
  const width = Math.max(...items.map(({ kind }) => kindNames[kind].length)) + 2
  const entries = groupBy(items, ({ kind }) => kind).flatMap((group) => {
    const shown = page.verbose ? group : group.slice(0, most)
    const left = group.length - shown.length
    const more = left === 0 ? [] : wrap(`and ${grouped(left)} more of them (--verbose names all)`, page.width - 4)
    return [
      ...shown.flatMap((item) => entry(item, width, comparison, page)),
      ...setIn(more, page.narrow ? 4 : width + 2),
    ]
  })
  return [page.strong(statusTitles[status]), ...entries]
}

function entry(item: PlacedItem, width: number, comparison: Comparison, page: Page): readonly string[] {
  const indent = page.narrow ? 4 : width + 2
  const room = page.width - indent
  const kind = kindNames[item.kind]
  const name = wrap(page.show(item.name), room)
  const head = page.narrow ? [`  ${kind}`, ...setIn(name, indent)] : setIn(labelled(kind, width, name, page.faint), 2)
  if (item.status === 'kept') return head
  const details = [
    ...item.changes.flatMap((change) => wrap(page.show(changeWords(change)), room)),
    ...(item.reason === undefined ? [] : wrap(page.show(item.reason), room)),
  ]
  return [...head, ...setIn([...details, ...places(item, comparison, page, room).map(page.faint)], indent)]
}

/** Where a part was, and where it is or was looked for. */
function places(item: PlacedItem, { before, after }: Comparison, page: Page, room: number): readonly string[] {
  const said = saying[item.status]
  const line = (label: string, file: ComparedFile, place: ComparedPlace) =>
    `${label}${place.origin ? originOf(place.origin, file.file, page, room - label.length) : placeOf(placedIn(file), place.region, page, room - label.length)}`
  return [
    ...(item.beforePlace && item.status !== 'new' ? [line('was at  ', before, item.beforePlace)] : []),
    line(said, after, item.laterPlace),
  ]
}

const saying = {
  missing: 'not at  ',
  notObserved: 'look at ',
  changed: 'now at  ',
  new: 'now at  ',
  kept: 'now at  ',
} as const satisfies Record<ComparedStatus, string>

function notCompared({ notCompared }: Comparison, page: Page): readonly string[] {
  if (notCompared.length === 0) return []
  const shown = page.verbose ? notCompared : notCompared.slice(0, mostPointers)
  const left = notCompared.length - shown.length
  return [
    ...wrap('Not compared, since the earlier inventory does not tell it', page.width).map(page.strong),
    ...shown.flatMap((pointer) => setIn(wrap(page.show(pointer), page.width - 4), 2)),
    ...(left === 0 ? [] : [`  and ${grouped(left)} more (--verbose names all)`]),
  ]
}

function remarks(file: ComparedFile, page: Page): readonly string[] {
  const [, ...lines] = diagnostics(file, page)
  return lines.length === 0 ? [] : [page.strong(placeOf(file.file, undefined, page)), ...lines]
}
