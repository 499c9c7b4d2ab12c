import type { Category, Method, Phase, Stance } from '../../model/report.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** Headings of the steps, numbered as in the article. */
export const stepTitles = {
  estate: 'The whole estate',
  'connection-broker': 'Step 1, connection broker',
  'session-collections': 'Step 2, session collections',
  'virtual-desktop-collections': 'Step 3, virtual desktop collections',
  'web-access': 'Step 4, Web Access',
  gateway: 'Step 5, gateway',
  licensing: 'Step 6, licensing',
  certificates: 'Step 8, certificates',
} as const satisfies Record<Category, string>

/** The steps as a remark behind a sentence. */
export const stepNames = {
  estate: 'whole estate',
  'connection-broker': 'step 1',
  'session-collections': 'step 2',
  'virtual-desktop-collections': 'step 3',
  'web-access': 'step 4',
  gateway: 'step 5',
  licensing: 'step 6',
  certificates: 'step 8',
} as const satisfies Record<Category, string>

export const methodNames = { migrate: 'new servers', 'in-place': 'upgrade in place' } as const satisfies Record<
  Method,
  string
>

export const phaseNames = {
  before: 'before the move',
  during: 'during the move',
  after: 'after the move',
} as const satisfies Record<Phase, string>

export const stanceNames = {
  requires: 'requires',
  advises: 'advises',
  contradicts: 'says otherwise',
  interpretation: 'our reading',
} as const satisfies Record<Stance, string>

/** Gives a day such as 2026-12-05 as "5 December 2026"; any other text as it is. */
export function dayName(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name} ${year}`
}

/** Gives "1 error", "2 errors", "9,812 servers". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`
}

/** Gives a number with commas between its thousands. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
