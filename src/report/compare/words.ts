import type {
  Change,
  ComparedItem,
  ComparedKind,
  ComparedStatus,
  ComparedValue,
  Comparison,
  ComparisonVerdict,
} from '../../model/comparison.ts'
import { comparedStatuses } from '../../model/comparison.ts'
import { count, grouped } from '../pretty/words.ts'

/** Kinds of parts as people call them. */
export const kindNames = {
  broker: 'connection broker',
  highAvailability: 'broker high availability',
  sessionCollection: 'session collection',
  sessionHost: 'session host',
  remoteApp: 'RemoteApp',
  virtualDesktopCollection: 'virtual desktop collection',
  virtualDesktop: 'virtual desktop',
  userGroup: 'user group',
  profileDisks: 'profile disks',
  webAccess: 'Web Access',
  gatewaySettings: 'gateway settings',
  gateway: 'gateway',
  connectionPolicy: 'connection policy',
  resourcePolicy: 'resource policy',
  policyUserGroup: 'user group of a policy',
  licensingMode: 'licensing mode',
  licenseServer: 'licence server',
  keyPack: 'key pack',
  certificate: 'certificate',
} as const satisfies Record<ComparedKind, string>

/** What became of parts, in words. */
export const statusNames = {
  missing: 'missing',
  notObserved: 'not observed',
  changed: 'changed',
  new: 'new',
  kept: 'kept',
} as const satisfies Record<ComparedStatus, string>

/** Headings over the parts of one status. */
export const statusTitles = {
  missing: 'Missing',
  notObserved: 'Not observed',
  changed: 'Changed',
  new: 'New',
  kept: 'Kept',
} as const satisfies Record<ComparedStatus, string>

/** What a status means, for somebody who reads it for the first time. */
export const statusMeanings = {
  missing: 'was there before, and is known not to be there now',
  notObserved: 'was there before, and the later inventory could not see whether it still is, or is as it was',
  changed: 'is still there, and not as it was',
  new: 'is there now, and the earlier inventory does not tell of it',
  kept: 'is there, and nothing that was compared differs',
} as const satisfies Record<ComparedStatus, string>

/** What a verdict means. */
export const verdictMeanings = {
  kept: 'Nothing that was compared is lost.',
  lost: 'Something that was there before is missing.',
  undecided: 'Nothing is known to be lost, but not everything could be seen.',
} as const satisfies Record<ComparisonVerdict, string>

/** Gives the items of one status, in their order. */
export function itemsOf<T extends ComparedItem>(items: readonly T[], status: ComparedStatus): readonly T[] {
  return items.filter((item) => item.status === status)
}

/** Gives how many parts became what: "2 missing", "1 not observed", "40 kept". */
export function numbersOf(items: readonly ComparedItem[]): readonly string[] {
  return comparedStatuses.flatMap((status) => {
    const number = itemsOf(items, status).length
    return number === 0 ? [] : [`${grouped(number)} ${statusNames[status]}`]
  })
}

/** Says how much was compared, so that silence never reads as success. */
export function comparedWords({ items }: Comparison): string {
  const number = items.filter(({ before }) => before !== undefined).length
  const text = `${count(number, 'part')} compared`
  return number === 0 ? `${text}: the earlier inventory tells of none` : text
}

/** Says what to do next. */
export function nextOf({ items, verdict, notCompared, isReversed, before, after }: Comparison): string {
  if (isReversed) return `Name the earlier inventory first: ${before.file} was collected after ${after.file}`
  const named = (status: ComparedStatus) => {
    const [first, ...others] = itemsOf(items, status)
    const more = others.length === 0 ? '' : ` and ${count(others.length, 'other part')}`
    return first ? `the ${kindNames[first.kind]} ${first.name}${more}` : ''
  }
  if (verdict === 'lost') return `Find out what became of ${named('missing')}`
  if (verdict === 'undecided') return `Collect again where ${named('notObserved')} could not be seen, and compare again`
  if (itemsOf(items, 'changed').length > 0) return `Look through what changed, ${named('changed')}`
  if (notCompared.length === 0) return 'Nothing'
  const isNone = items.every((item) => item.before === undefined)
  return `Check by hand what the earlier inventory does not tell${isNone ? ': nothing of it could be compared' : ''}`
}

/** Says how a property differs: `location was \\FS01\upd, is \\FS02\upd`. */
export function changeWords({ property, before, after }: Change): string {
  const was = before === undefined ? 'was not known' : `was ${valueWords(before)}`
  return `${property} ${was}, ${after === undefined ? 'is not known' : `is ${valueWords(after)}`}`
}

/** Shows a value of a property. */
export function valueWords(value: ComparedValue): string {
  if (value === null) return 'none'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'string') return value === '' ? '""' : value
  return value.length === 0 ? 'none' : value.join(', ')
}
