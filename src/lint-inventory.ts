import type { JudgedSuppression } from './configuration/suppress.ts'
import { assemble } from './engine/assemble.ts'
import { type Checked, check } from './engine/check.ts'
import { topologyOf } from './engine/topology.ts'
import { functions } from './functions.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import { releaseOf } from './inventory/facts/releases.ts'
import { isRdsServer } from './inventory/facts/roles.ts'
import type { Inventory } from './inventory/inventory.ts'
import { failOnOf, type LintInput, type LintOptions } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { InventoryReport, Release } from './model/report.ts'
import { supportedTargets, targetProblem } from './model/targets.ts'
import { Unknown } from './model/unknown.ts'
import { type Reading, readOnce } from './reading.ts'
import type { Rule } from './rules/rule.ts'
import { askedOf, unusableReport } from './unusable-report.ts'
import { type Bearing, weigh } from './weigh.ts'

/** The report on one inventory, and the suppressions that are for something in it, whether they work or not. */
interface Reported {
  readonly report: InventoryReport
  readonly matched?: ReadonlySet<JudgedSuppression>
}

/** The same with what was read, and the circumstances it was judged under; without them it is unusable. */
interface Linted extends Reported {
  readonly reading: Reading
  readonly run?: Circumstances
}

/**
 * Reads one inventory and holds it against rules, for one of the targets that `targets` allows; `bearing` is what the options
 * say of the verdict.
 */
export function lintInventory(
  input: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
  targets: readonly Release[] = supportedTargets,
  bearing: Bearing = { failOn: failOnOf(options) },
): Linted {
  const reading = readOnce(input)
  const { inventory, diagnostics } = reading
  const asked = askedOf(input, options, inventory)
  const { target, method, phase } = asked
  if (!inventory) return { reading, report: unusableReport(asked, diagnostics) }
  const isSupported = target !== undefined && targets.includes(target)
  const run = isSupported ? { target, method, phase, today: dayOfRun(options.asOf) } : undefined
  const reported: Reported = run
    ? reportOn(reading, examine(inventory, rules, run), bearing, options.topology)
    : { report: unusableReport(asked, [...diagnostics, diagnoseTarget(reading, inventory, target, targets)]) }
  const doubled = reading.doubled()
  if (doubled) return { reading, report: unusableReport(askedOf(input, options), doubled.diagnostics) }
  return { reading, ...reported, ...(run ? { run } : {}) }
}

/** What rules say of an inventory for one target, before words and places are found for it. */
export interface Examined {
  readonly estate: Estate
  readonly checked: Checked
}

/** Holds an inventory that was read against rules, for one target. */
export function examine(inventory: Inventory, rules: readonly Rule[], run: Circumstances): Examined {
  const estate = createEstate(inventory, run)
  return { estate, checked: check(estate, rules, functions) }
}

/** Finds words and places for what rules say, and weighs it; tells what stands where only if it is drawn. */
export function reportOn(
  { input, diagnostics, locate }: Reading,
  { estate, checked }: Examined,
  bearing: Bearing,
  isDrawn = false,
): Required<Reported> {
  const { inventory, target, method, phase } = estate
  const { remarks, matched, ...weighed } = weigh(assemble(estate, checked, locate, functions), checked, bearing)
  return {
    matched,
    report: {
      file: input.file,
      ...(input.originOf ? { isCollected: true } : {}),
      target,
      method,
      phase,
      ...plannedFor(inventory),
      releases: releasesOf(estate),
      ...weighed,
      findings: withOrigins(weighed.findings, input.originOf),
      undecided: withOrigins(weighed.undecided, input.originOf),
      diagnostics: [...diagnostics, ...remarks],
      ...(isDrawn ? { topology: topologyOf(estate) } : {}),
    },
  }
}

/** The day of a run as the options name it. Throws a `RangeError` where it is none. */
export function dayOfRun(asOf: string) {
  const day = timestampOf(asOf)
  if (!day) throw new RangeError(`asOf is ${JSON.stringify(asOf)}; it must be a day such as 2026-11-24`)
  return day
}

function withOrigins<T extends { readonly pointer: string }>(entries: readonly T[], originOf: LintInput['originOf']) {
  return originOf ? entries.map((entry) => ({ ...entry, origin: originOf(entry.pointer) })) : entries
}

function diagnoseTarget(
  { locate }: Reading,
  { migration }: Inventory,
  target: Release | undefined,
  targets: readonly Release[],
): Diagnostic {
  if (target === undefined) {
    const message = `no target is named; give --target or write migration.target: ${targets.join(', ')}`
    return { code: 'target', severity: 'error', message }
  }
  const region = migration?.target === target ? locate(['/migration/target']).get('/migration/target') : undefined
  const message = targetProblem(target, `the target ${target}`, targets) ?? ''
  return { code: 'target', severity: 'error', message, ...(region ? { region } : {}) }
}

function plannedFor({ migration }: Inventory): { readonly plannedFor?: string } {
  const planned = timestampOf(migration?.plannedFor ?? '')
  return planned ? { plannedFor: dayOf(planned) } : {}
}

/** The releases that RDS servers run, oldest first. */
export function releasesOf(estate: Estate): readonly Release[] {
  const found = new Set<Release>()
  for (const server of estate.servers) {
    const release = isRdsServer(estate, server) === true ? releaseOf(estate, server) : undefined
    if (release !== undefined && !(release instanceof Unknown)) found.add(release)
  }
  return [...found].sort()
}
