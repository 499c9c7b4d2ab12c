import { type JudgedSuppression, suppress } from './configuration/suppress.ts'
import type { Hit } from './engine/check.ts'
import { pointerOf } from './engine/parts.ts'
import { subjectOf } from './engine/subject.ts'
import type { Examined } from './lint-inventory.ts'
import { groupBy } from './model/group-by.ts'
import type { Obstacle, Severity, TargetCell } from './model/report.ts'
import { reaches } from './model/severity.ts'
import { stands } from './model/standing.ts'
import { type Bearing, judged } from './weigh.ts'

/** Sums up what rules say for one target, and gives the suppressions that are for something there, whether they work or not. */
export function targetCell(
  { estate, checked }: Examined,
  { failOn, suppressions = [] }: Bearing,
): { readonly cell: TargetCell; readonly matched: ReadonlySet<JudgedSuppression> } {
  const { target, method } = estate
  const { faults, tallies, subjects } = checked
  const found = standing(checked.failed, suppressions)
  const open = standing(checked.undecided, suppressions)
  const of = (severity: Severity) => found.hits.filter((hit) => hit.severity === severity).length
  return {
    matched: new Set([...found.matched, ...open.matched]),
    cell: {
      target,
      method,
      verdict: judged(found.hits, open.hits, faults, failOn),
      findings: { error: of('error'), warning: of('warning'), info: of('info') },
      undecided: open.hits.length,
      faults,
      blocking: obstacles(found.hits, failOn),
      waiting: obstacles(open.hits, failOn),
      counts: { rules: tallies.size, subjects, suppressed: found.suppressed + open.suppressed },
    },
  }
}

/** What counts, and how much does not since it is suppressed. */
interface Standing {
  readonly hits: readonly Hit[]
  readonly suppressed: number
  readonly matched: ReadonlySet<JudgedSuppression>
}

function standing(hits: readonly Hit[], suppressions: readonly JudgedSuppression[]): Standing {
  if (suppressions.length === 0) return { hits, suppressed: 0, matched: new Set() }
  const named = hits.map((hit) => ({
    rule: hit.rule.id,
    subject: subjectOf(hit.part),
    pointer: pointerOf(hit.part),
    hit,
  }))
  const { entries, matched } = suppress(named, suppressions)
  const left = entries.filter(stands)
  return { hits: left.map(({ hit }) => hit), suppressed: entries.length - left.length, matched }
}

/** The rules come in the order of the migration, and so do their hits. */
function obstacles(hits: readonly Hit[], failOn: Severity): readonly Obstacle[] {
  const grave = hits.filter(({ severity }) => reaches(severity, failOn))
  return groupBy(grave, ({ rule }) => rule.id).flatMap((group) => {
    const [first] = group
    return first ? [{ rule: first.rule.id, category: first.rule.category, count: group.length }] : []
  })
}
