import { assemble } from './engine/assemble.ts'
import { type Checked, check } from './engine/check.ts'
import { verdictOf } from './engine/verdict.ts'
import { functions } from './functions.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import { releaseOf } from './inventory/facts/releases.ts'
import { isRdsServer } from './inventory/facts/roles.ts'
import type { Inventory } from './inventory/inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { Counts, InventoryReport, Release, Tally, Verdict } from './model/report.ts'
import { supportedTargets, targetProblem } from './model/targets.ts'
import { Unknown } from './model/unknown.ts'
import { type Reading, readOnce } from './reading.ts'
import type { Rule } from './rules/rule.ts'
import { askedOf, unusableReport } from './unusable-report.ts'

/** The report on one inventory, and the circumstances it was judged under; without them it is unusable. */
interface Linted {
  readonly reading: Reading
  readonly report: InventoryReport
  readonly run?: Circumstances
}

/** Reads one inventory and holds it against rules, for one of the targets that `targets` allows. */
export function lintInventory(
  input: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
  targets: readonly Release[] = supportedTargets,
): Linted {
  const reading = readOnce(input)
  const { inventory, diagnostics } = reading
  const asked = askedOf(input, options, inventory)
  const { target, method, phase } = asked
  if (!inventory) return { reading, report: unusableReport(asked, diagnostics) }
  const isSupported = target !== undefined && targets.includes(target)
  const run = isSupported ? { target, method, phase, today: dayOfRun(options.asOf) } : undefined
  const report = run
    ? reportOn(reading, examine(inventory, rules, run), rules, options)
    : unusableReport(asked, [...diagnostics, diagnoseTarget(reading, inventory, target, targets)])
  const doubled = reading.doubled()
  if (doubled) return { reading, report: unusableReport(askedOf(input, options), doubled.diagnostics) }
  return { reading, report, ...(run ? { run } : {}) }
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

/** What follows from what the rules say. */
export function judged({ failed, undecided, faults }: Checked, { failOn = 'error' }: LintOptions): Verdict {
  return faults.length > 0 ? 'unusable' : verdictOf(failed, undecided, failOn)
}

/** Finds words and places for what rules say. */
export function reportOn(
  { input, diagnostics, locate }: Reading,
  { estate, checked }: Examined,
  rules: readonly Rule[],
  options: LintOptions,
): InventoryReport {
  const { inventory, target, method, phase } = estate
  const { findings, undecided } = assemble(estate, checked, locate, functions)
  return {
    file: input.file,
    ...(input.originOf ? { isCollected: true } : {}),
    target,
    method,
    phase,
    ...plannedFor(inventory),
    verdict: judged(checked, options),
    releases: releasesOf(estate),
    findings: withOrigins(findings, input.originOf),
    undecided: withOrigins(undecided, input.originOf),
    diagnostics,
    faults: checked.faults,
    ...scopeOf(rules, options),
    counts: countsOf(checked),
    tallies: Object.fromEntries([...checked.tallies].map(([rule, tally]) => [rule.id, tally])),
  }
}

/** The rules that a verdict rests on, where these are fewer than there are. */
export function scopeOf(rules: readonly Rule[], options: LintOptions): Pick<InventoryReport, 'scope'> {
  return options.rules ? { scope: { rules: rules.map(({ id }) => id) } } : {}
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

function countsOf({ tallies, subjects }: Checked): Counts {
  const total = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
  for (const tally of tallies.values()) for (const kind of kinds) total[kind] += tally[kind]
  return { rules: tallies.size, subjects, ...total, suppressed: 0 }
}

const kinds: readonly (keyof Tally)[] = ['pass', 'fail', 'undecided', 'notApplicable']
