import { groupBy } from '../model/group-by.ts'
import type { Suppressed } from '../model/report.ts'
import type { Configuration, Suppression } from './configuration.ts'
import type { KnownRule } from './entry-problems.ts'
import { namesMatch } from './names-match.ts'

/** A suppression, and whether it works on the day of the run: one that has expired does not, nor one that is forbidden. */
export interface JudgedSuppression {
  readonly suppression: Suppression
  readonly state: 'works' | 'expired' | 'forbidden'
}

/** Says of each suppression of a configuration whether it works. `today` is YYYY-MM-DD. */
export function judgeSuppressions(
  { rules: settings = {}, suppressions }: Configuration,
  rules: readonly KnownRule[],
  today: string,
): readonly JudgedSuppression[] {
  const forbidden = new Set(
    rules.filter(({ id, suppressible }) => !suppressible || settings[id]?.suppressible === false).map(({ id }) => id),
  )
  return (suppressions || []).map((suppression) => ({ suppression, state: stateOf(suppression, forbidden, today) }))
}

function stateOf({ rule, expires }: Suppression, forbidden: ReadonlySet<string>, today: string) {
  if (forbidden.has(rule)) return 'forbidden'
  // The day itself still counts.
  return expires !== undefined && expires < today ? 'expired' : 'works'
}

/** What a suppression can be for: a finding, or an undecided entry. */
interface Entry {
  readonly rule: string
  readonly subject: string
  readonly pointer: string
}

/** Entries with their marks, and the suppressions that are for one of them, whether they work or not. */
interface Marked<T> {
  readonly entries: readonly (T & { readonly suppressed?: Suppressed })[]
  readonly matched: ReadonlySet<JudgedSuppression>
}

/** Marks what is suppressed; of several suppressions for one entry the first that works says why. */
export function suppress<T extends Entry>(
  entries: readonly T[],
  suppressions: readonly JudgedSuppression[],
): Marked<T> {
  const matched = new Set<JudgedSuppression>()
  if (suppressions.length === 0) return { entries, matched }
  const groups = groupBy(suppressions, ({ suppression }) => suppression.rule)
  const byRule = new Map(groups.map((group) => [group[0]?.suppression.rule, group]))
  const marked = entries.map((entry) => {
    const fitting = (byRule.get(entry.rule) ?? []).filter(({ suppression }) => isFor(suppression, entry))
    for (const one of fitting) matched.add(one)
    const working = fitting.find(({ state }) => state === 'works')
    return working ? { ...entry, suppressed: markOf(working.suppression) } : entry
  })
  return { entries: marked, matched }
}

function isFor({ subject, pointer }: Suppression, entry: Entry): boolean {
  return subject === undefined ? pointer === entry.pointer : namesMatch(subject, entry.subject)
}

function markOf({ reason, expires }: Suppression): Suppressed {
  return { reason, ...(expires === undefined ? {} : { expires }) }
}
