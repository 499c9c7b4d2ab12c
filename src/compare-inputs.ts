import { version } from '../generated/version.ts'
import { compare, verdictOf } from './compare/compare.ts'
import { untold } from './compare/untold.ts'
import { distinct, fingerprint } from './engine/fingerprint.ts'
import type { LintInput } from './lint-options.ts'
import type { ComparedFile, ComparedItem, ComparedPlace, Comparison, PlacedItem } from './model/comparison.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { timestampOf } from './model/instant.ts'
import { formatPointer, parsePointer } from './model/pointer.ts'
import { type Reading, readOnce } from './reading.ts'
import { unseenReasons } from './unseen-reasons.ts'

/** A file that could not be used, and why. */
export interface UnusableFile {
  readonly file: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Compares two inventories of one deployment as files hold them; gives those that are unusable instead. Pure. */
export function compareInputs(
  before: LintInput,
  after: LintInput,
): Comparison | { readonly unusable: readonly UnusableFile[] } {
  const [earlier, later] = [readOnce(before), readOnce(after)]
  if (!earlier.inventory || !later.inventory) return { unusable: [earlier, later].flatMap(unreadable) }
  const items = compare(earlier.inventory, later.inventory)
  const reversal = reversed(earlier, later)
  const comparison: Comparison = {
    tool: { name: 'rds-lint', version },
    verdict: verdictOf(items),
    before: fileOf(earlier, reversal),
    after: fileOf(later),
    items: placed(items, earlier, later, unseenReasons(later.inventory)),
    ...(reversal.length > 0 ? { isReversed: true } : {}),
    notCompared: untold(earlier.inventory),
  }
  // Asked last: the scan for places has counted the keys by now.
  const unusable = [earlier, later].flatMap(doubled)
  return unusable.length > 0 ? { unusable } : comparison
}

function unreadable({ input: { file }, inventory, diagnostics }: Reading): readonly UnusableFile[] {
  return inventory ? [] : [{ file, diagnostics }]
}

function doubled({ input: { file }, doubled }: Reading): readonly UnusableFile[] {
  const loaded = doubled()
  return loaded ? [{ file, diagnostics: loaded.diagnostics }] : []
}

function fileOf(
  { input: { file, originOf }, diagnostics }: Reading,
  reversal: readonly Diagnostic[] = [],
): ComparedFile {
  return { file, ...(originOf ? { isCollected: true } : {}), diagnostics: [...reversal, ...diagnostics] }
}

/** A warning where the inventory that is named first was collected after the other one, so that losses would read as gains. */
function reversed({ inventory, locate }: Reading, later: Reading): readonly Diagnostic[] {
  const [own, other] = [inventory, later.inventory].map((one) => one?.collection?.collectedAt)
  const [moment, otherMoment] = [own, other].map((day) => timestampOf(day ?? '')?.nanoseconds)
  if (moment === undefined || otherMoment === undefined || moment <= otherMoment) return []
  const at = '/collection/collectedAt'
  const region = locate([at]).get(at)
  const message = `collectedAt is ${own}, after that of ${later.input.file} (${other}); name the earlier inventory first`
  return [{ code: 'date', severity: 'warning', message, ...(region ? { region } : {}) }]
}

function placed(
  items: readonly ComparedItem[],
  before: Reading,
  after: Reading,
  reasonOf: (pointer: string) => string | undefined,
): readonly PlacedItem[] {
  const places = [
    placesIn(
      before,
      items.flatMap((item) => item.before ?? []),
    ),
    placesIn(
      after,
      items.map(({ lookedFor }) => lookedFor),
    ),
  ] as const
  const prints = distinct(
    items.map(({ kind, name, status }) => fingerprint(`compare ${status}`, `${kind} ${name.toLowerCase()}`)),
  )
  return items.map((item, index) => ({
    ...item,
    ...reasonIn(item, reasonOf),
    ...(item.before === undefined ? {} : { beforePlace: places[0](item.before) }),
    laterPlace: places[1](item.lookedFor),
    fingerprint: prints[index] ?? '',
  }))
}

function reasonIn({ status, lookedFor }: ComparedItem, reasonOf: (pointer: string) => string | undefined) {
  const reason = status === 'notObserved' ? reasonOf(lookedFor) : undefined
  return reason === undefined ? {} : { reason }
}

/** Finds the places of parts; of one that does not exist, that of the deepest part on the way to it that does. */
function placesIn(
  { locate, input: { originOf } }: Reading,
  pointers: readonly string[],
): (pointer: string) => ComparedPlace {
  const found = locate([...new Set(pointers)])
  const gone = new Set(pointers.filter((pointer) => !found.has(pointer)))
  const regions = gone.size === 0 ? found : locate([...gone].flatMap(wayTo))
  return (pointer) => {
    const standing = gone.has(pointer) ? (wayTo(pointer).find((one) => regions.has(one)) ?? '') : pointer
    return { region: regions.get(standing) ?? start, ...(originOf ? { origin: originOf(standing) } : {}) }
  }
}

const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/** The pointers of all that holds what a pointer leads to, the deepest first. */
function wayTo(pointer: string): readonly string[] {
  const tokens = parsePointer(pointer) ?? []
  return tokens.map((_, index) => formatPointer(tokens.slice(0, tokens.length - 1 - index)))
}
