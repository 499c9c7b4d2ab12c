import { type Category, categories, type Severity } from '../model/report.ts'
import { severities } from '../model/severity.ts'

/** What findings and undecided entries are ordered by. */
export interface Placed {
  readonly category: Category
  readonly severity: Severity
  readonly pointer: string
  readonly rule: string
}

/** Orders by category (the order of the migration), severity, pointer, rule (docs/decisions/readings.md, "the verdict"). */
export function byPlace(one: Placed, other: Placed): number {
  return (
    categories.indexOf(one.category) - categories.indexOf(other.category) ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    byPointer(one.pointer, other.pointer) ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  )
}

/** Orders JSON pointers token by token, list indexes by number. */
export function byPointer(one: string, other: string): number {
  const [first, second] = [one.split('/'), other.split('/')]
  for (const [index, token] of first.entries()) {
    const against = second[index]
    if (against === undefined) return 1
    if (token !== against) return byToken(token, against)
  }
  return first.length - second.length
}

const index = /^\d+$/

function byToken(one: string, other: string): number {
  if (index.test(one) && index.test(other)) return Number(one) - Number(other)
  return one < other ? -1 : 1
}
