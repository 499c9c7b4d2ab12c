import type { Use } from './configuration/remarks.ts'
import type { JudgedSuppression } from './configuration/suppress.ts'
import type { Circumstances } from './inventory/estate.ts'
import { dayOfRun, examine, releasesOf, reportOn } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import { type InventoryReport, methods, type Release, type TargetMatrix } from './model/report.ts'
import { supportedTargets } from './model/targets.ts'
import { bestOf } from './model/worst.ts'
import { type Reading, readOnce } from './reading.ts'
import type { Rule } from './rules/rule.ts'
import { targetCell } from './target-cell.ts'
import { askedOf, unusableReport } from './unusable-report.ts'
import { appliedScope, type Bearing } from './weigh.ts'

/** What every target would mean for one inventory. */
export interface LintedTargets {
  readonly matrix: TargetMatrix
  /** Where whole runs are asked for, the report that each cell sums up. */
  readonly judged: readonly { readonly report: InventoryReport; readonly run: Circumstances }[]
  /** The suppressions that are for something in one of the cells, and the rules that looked in one of them. */
  readonly use: NonNullable<Use>
}

/** Reads one inventory and holds it against rules for every target, by the method asked about or by both. */
export function lintTargets(
  input: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
  bearing: Bearing,
): LintedTargets | { readonly unusable: InventoryReport } {
  const reading = readOnce(input)
  const linted = judgeTargets(reading, rules, options, bearing)
  if (!linted) return { unusable: unusableReport(askedOf(input, options, reading.inventory), reading.diagnostics) }
  const doubled = reading.doubled()
  return doubled ? { unusable: unusableReport(askedOf(input, options), doubled.diagnostics) } : linted
}

/** The same for an inventory that was read already; undefined where it could not be. */
export function judgeTargets(
  reading: Reading,
  rules: readonly Rule[],
  options: LintOptions,
  bearing: Bearing,
): LintedTargets | undefined {
  const { input, inventory, diagnostics } = reading
  if (!inventory) return undefined
  const { file, isCollected, phase } = askedOf(input, options, inventory)
  const today = dayOfRun(options.asOf)
  const asked = options.method === undefined ? methods : [options.method]
  const matched = new Set<JudgedSuppression>()
  const looked = new Set<string>()
  let releases: readonly Release[] = []
  const linted = supportedTargets.flatMap((target) =>
    asked.map((method) => {
      const run = { target, method, phase, today }
      const examined = examine(inventory, rules, run)
      releases = releasesOf(examined.estate)
      for (const { id } of examined.checked.tallies.keys()) looked.add(id)
      const { cell, matched: ofCell } = targetCell(examined, bearing)
      for (const one of ofCell) matched.add(one)
      // Words and places for what most readers never see would take most of the time.
      const whole = options.wholeRuns ? [{ report: reportOn(reading, examined, bearing).report, run }] : []
      return { cell, whole }
    }),
  )
  const cells = linted.map(({ cell }) => cell)
  return {
    matrix: {
      file,
      ...(isCollected ? { isCollected } : {}),
      phase,
      releases,
      verdict: bestOf(cells.map((cell) => cell.verdict)),
      cells,
      diagnostics,
      ...appliedScope(bearing.scope, looked),
    },
    judged: linted.flatMap(({ whole }) => whole),
    use: { matched, rules: looked },
  }
}
