import type { BaselineInventory } from './baseline/baseline.ts'
import { compare } from './baseline/compare.ts'
import { untoldRemark } from './baseline/remarks.ts'
import { type JudgedSuppression, suppress } from './configuration/suppress.ts'
import type { Assembled } from './engine/assemble.ts'
import type { Checked } from './engine/check.ts'
import { verdictOf } from './engine/verdict.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Counts, InventoryReport, ReportScope, RuleFault, Severity, Tally, Verdict } from './model/report.ts'
import { stands } from './model/standing.ts'

/** What bears on the verdict beside what the rules say. */
export interface Bearing {
  readonly failOn: Severity
  readonly scope?: ReportScope
  readonly suppressions?: readonly JudgedSuppression[]
  /** What the baseline knows of the inventory. */
  readonly known?: BaselineInventory
}

/** The part of a report that follows from what the rules say and what bears on it. */
type Weighed = Pick<
  InventoryReport,
  'findings' | 'gone' | 'undecided' | 'faults' | 'scope' | 'verdict' | 'counts' | 'tallies'
> & {
  /** What could not be held against the baseline. */
  readonly remarks: readonly Diagnostic[]
  /** The suppressions that are for something here. */
  readonly matched: ReadonlySet<JudgedSuppression>
}

/** Marks what is suppressed and what the baseline knows, and says what verdict follows from the rest. */
export function weigh(assembled: Assembled, checked: Checked, bearing: Bearing): Weighed {
  const { scope, suppressions = [], known, failOn } = bearing
  const { faults } = checked
  const tallies = Object.fromEntries([...checked.tallies].map(([rule, tally]) => [rule.id, tally]))
  const failed = suppress(assembled.findings, suppressions)
  const open = suppress(assembled.undecided, suppressions)
  const undecided = open.entries
  const compared = known && compare({ findings: failed.entries, undecided, faults, tallies }, known)
  const findings = compared?.findings ?? failed.entries
  const suppressed = [...findings, ...undecided].filter((entry) => entry.suppressed !== undefined).length
  const baselineKnown = compared && findings.filter((one) => one.baseline === 'known' && !one.suppressed).length
  return {
    findings,
    ...(compared ? { gone: compared.gone } : {}),
    undecided,
    faults,
    ...appliedScope(scope, new Set(Object.keys(tallies)), baselineKnown),
    verdict: judged(findings.filter(stands), undecided.filter(stands), faults, failOn),
    counts: { ...countsOf(checked), suppressed },
    tallies,
    remarks: untoldRemark(compared?.untold ?? []),
    matched: new Set([...failed.matched, ...open.matched]),
  }
}

type Graded = { readonly severity: Severity }

/** Gives the verdict that follows from what counts; a rule that went wrong leaves nothing to follow. */
export function judged(
  findings: readonly Graded[],
  undecided: readonly Graded[],
  faults: readonly RuleFault[],
  failOn: Severity,
): Verdict {
  return faults.length > 0 ? 'unusable' : verdictOf(findings, undecided, failOn)
}

/** Gives the scope of a verdict, where it has one; severities matter only of rules that apply. */
export function appliedScope(
  { levels = {}, ...rest }: ReportScope | undefined = {},
  applied: ReadonlySet<string>,
  baselineKnown?: number,
): { readonly scope?: ReportScope } {
  const changed = Object.entries(levels).filter(([id]) => applied.has(id))
  const scope = {
    ...rest,
    ...(changed.length > 0 ? { levels: Object.fromEntries(changed) } : {}),
    ...(baselineKnown === undefined ? {} : { baselineKnown }),
  }
  return Object.keys(scope).length > 0 ? { scope } : {}
}

function countsOf({ tallies, subjects }: Checked): Omit<Counts, 'suppressed'> {
  const total = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
  for (const tally of tallies.values()) for (const kind of kinds) total[kind] += tally[kind]
  return { rules: tallies.size, subjects, ...total }
}

const kinds: readonly (keyof Tally)[] = ['pass', 'fail', 'undecided', 'notApplicable']
