import { bestOf } from './engine/verdict.ts'
import type { Circumstances } from './inventory/estate.ts'
import { dayOfRun, judge } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import { groupBy } from './model/group-by.ts'
import {
  type Finding,
  type InventoryReport,
  methods,
  type Obstacle,
  type Severity,
  type TargetCell,
  type TargetMatrix,
  type Undecided,
} from './model/report.ts'
import { reaches } from './model/severity.ts'
import { supportedTargets } from './model/targets.ts'
import { type Reading, readOnce } from './reading.ts'
import type { Rule } from './rules/rule.ts'
import { askedOf, unusableReport } from './unusable-report.ts'

/** What every target would mean for one inventory: the matrix, and the report that each cell sums up. */
interface LintedTargets {
  readonly matrix: TargetMatrix
  readonly judged: readonly { readonly report: InventoryReport; readonly run: Circumstances }[]
}

/** Reads one inventory and holds it against rules for every target, by the method asked about or by both. */
export function lintTargets(
  input: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
): LintedTargets | { readonly unusable: InventoryReport } {
  const reading = readOnce(input)
  const linted = judgeTargets(reading, rules, options)
  if (!linted) return { unusable: unusableReport(askedOf(input, options, reading.inventory), reading.diagnostics) }
  const doubled = reading.doubled()
  return doubled ? { unusable: unusableReport(askedOf(input, options), doubled.diagnostics) } : linted
}

/** The same for an inventory that was read already; undefined where it could not be. */
export function judgeTargets(
  reading: Reading,
  rules: readonly Rule[],
  options: LintOptions,
): LintedTargets | undefined {
  const { input, inventory } = reading
  if (!inventory) return undefined
  const { file, isCollected, phase } = askedOf(input, options, inventory)
  const today = dayOfRun(options.asOf)
  const judged = supportedTargets.flatMap((target) =>
    (options.method === undefined ? methods : [options.method]).map((method) => {
      const run = { target, method, phase, today }
      return { report: judge(reading, inventory, rules, run, options), run }
    }),
  )
  const { releases = [], scope } = judged[0]?.report ?? {}
  const cells = judged.map(({ report, run }) => cellOf(report, run, options))
  const verdict = bestOf(cells.map((cell) => cell.verdict))
  const { diagnostics } = reading
  return {
    matrix: {
      file,
      ...(isCollected ? { isCollected } : {}),
      phase,
      releases,
      verdict,
      cells,
      diagnostics,
      ...(scope ? { scope } : {}),
    },
    judged,
  }
}

function cellOf(
  { verdict, findings, undecided, faults, counts }: InventoryReport,
  { target, method }: Circumstances,
  { failOn = 'error' }: LintOptions,
): TargetCell {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    target,
    method,
    verdict,
    findings: { error: of('error'), warning: of('warning'), info: of('info') },
    undecided: undecided.length,
    faults: faults.length,
    blocking: obstacles(findings, failOn),
    waiting: obstacles(undecided, failOn),
    counts: { rules: counts.rules, subjects: counts.subjects },
  }
}

function obstacles(hits: readonly (Finding | Undecided)[], failOn: Severity): readonly Obstacle[] {
  const grave = hits.filter(({ severity }) => reaches(severity, failOn))
  return groupBy(grave, ({ rule }) => rule).flatMap((group) => {
    const [first] = group
    return first ? [{ rule: first.rule, category: first.category, count: group.length }] : []
  })
}
