import type { Hit } from './engine/check.ts'
import { bestOf } from './engine/verdict.ts'
import type { Circumstances } from './inventory/estate.ts'
import { dayOfRun, type Examined, examine, judged, releasesOf, reportOn, scopeOf } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import { groupBy } from './model/group-by.ts'
import {
  type InventoryReport,
  methods,
  type Obstacle,
  type Release,
  type Severity,
  type TargetCell,
  type TargetMatrix,
} from './model/report.ts'
import { reaches } from './model/severity.ts'
import { supportedTargets } from './model/targets.ts'
import { type Reading, readOnce } from './reading.ts'
import type { Rule } from './rules/rule.ts'
import { askedOf, unusableReport } from './unusable-report.ts'

/** What every target would mean for one inventory: the matrix, and, where they are asked for, the report that each cell sums up. */
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
  const { input, inventory, diagnostics } = reading
  if (!inventory) return undefined
  const { file, isCollected, phase } = askedOf(input, options, inventory)
  const today = dayOfRun(options.asOf)
  const asked = options.method === undefined ? methods : [options.method]
  let releases: readonly Release[] = []
  const linted = supportedTargets.flatMap((target) =>
    asked.map((method) => {
      const run = { target, method, phase, today }
      const examined = examine(inventory, rules, run)
      releases = releasesOf(examined.estate)
      // Words and places for what most readers never see would take most of the time.
      const whole = options.wholeRuns ? [{ report: reportOn(reading, examined, rules, options), run }] : []
      return { cell: cellOf(examined, options), whole }
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
      ...scopeOf(rules, options),
    },
    judged: linted.flatMap(({ whole }) => whole),
  }
}

function cellOf({ estate, checked }: Examined, options: LintOptions): TargetCell {
  const { target, method } = estate
  const { failed, undecided, faults, tallies, subjects } = checked
  const of = (severity: Severity) => failed.filter((hit) => hit.severity === severity).length
  return {
    target,
    method,
    verdict: judged(checked, options),
    findings: { error: of('error'), warning: of('warning'), info: of('info') },
    undecided: undecided.length,
    faults,
    blocking: obstacles(failed, options),
    waiting: obstacles(undecided, options),
    counts: { rules: tallies.size, subjects },
  }
}

/** The rules come in the order of the migration, and so do their hits. */
function obstacles(hits: readonly Hit[], { failOn = 'error' }: LintOptions): readonly Obstacle[] {
  const grave = hits.filter(({ severity }) => reaches(severity, failOn))
  return groupBy(grave, ({ rule }) => rule.id).flatMap((group) => {
    const [first] = group
    return first ? [{ rule: first.rule.id, category: first.rule.category, count: group.length }] : []
  })
}
