import { assemble } from './engine/assemble.ts'
import { type Checked, check } from './engine/check.ts'
import { topologyOf } from './engine/topology.ts'
import { verdictOf } from './engine/verdict.ts'
import { functions } from './functions.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import { releaseOf } from './inventory/facts/releases.ts'
import { isRdsServer } from './inventory/facts/roles.ts'
import type { Inventory } from './inventory/inventory.ts'
import { readInventory, refused } from './inventory/load.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { Locate } from './model/region.ts'
import type { Counts, InventoryReport, Release, Tally } from './model/report.ts'
import { supportedTargets, targetProblem } from './model/targets.ts'
import { Unknown } from './model/unknown.ts'
import type { Rule } from './rules/rule.ts'
import { survey } from './source/locate.ts'
import { askedOf, unusableReport } from './unusable-report.ts'

/** The report on one inventory, and the circumstances it was judged under; without them it is unusable. */
interface Linted {
  readonly report: InventoryReport
  readonly run?: Circumstances
}

/** Reads one inventory and holds it against rules, for one of the targets that `targets` allows. */
export function lintInventory(
  input: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
  targets = supportedTargets,
): Linted {
  const read = readInventory(input.bytes)
  const { inventory, text } = read
  const diagnostics = [...(input.diagnostics ?? []), ...read.diagnostics]
  const asked = askedOf(input, options, inventory)
  const { target, method, phase } = asked
  const refusal = (keysInText: number): Linted | undefined => {
    const doubled = refused(read, keysInText)
    return doubled && { report: unusableReport(askedOf(input, options), doubled.diagnostics) }
  }
  if (!inventory) return { report: unusableReport(asked, diagnostics) }
  if (target === undefined || !targets.includes(target)) {
    const problem = diagnoseTarget(inventory, target, targets, read.locate)
    const report = unusableReport(asked, [...diagnostics, problem])
    return refusal(survey(text, []).keys) ?? { report }
  }
  const run: Circumstances = { target, method, phase, today: dayOfRun(options.asOf) }
  const estate = createEstate(inventory, run)
  const checked = check(estate, rules, functions)
  let keysInText = 0
  // The one scan of the text that finds the places also tells whether a key stands twice.
  const locate: Locate = (pointers) => {
    const { regions, keys } = survey(text, pointers)
    keysInText = keys
    return regions
  }
  const { findings, undecided } = assemble(estate, checked, locate, functions)
  const doubled = refusal(keysInText)
  if (doubled) return doubled
  const verdict = checked.faults.length > 0 ? 'unusable' : verdictOf(findings, undecided, options.failOn ?? 'error')
  return {
    run,
    report: {
      ...asked,
      ...plannedFor(inventory),
      verdict,
      releases: releasesOf(estate),
      findings: withOrigins(findings, input.originOf),
      undecided: withOrigins(undecided, input.originOf),
      diagnostics,
      faults: checked.faults,
      ...(options.rules ? { scope: { rules: rules.map(({ id }) => id) } } : {}),
      counts: countsOf(checked),
      tallies: Object.fromEntries([...checked.tallies].map(([rule, tally]) => [rule.id, tally])),
      ...(options.topology ? { topology: topologyOf(estate) } : {}),
    },
  }
}

function withOrigins<T extends { readonly pointer: string }>(entries: readonly T[], originOf: LintInput['originOf']) {
  return originOf ? entries.map((entry) => ({ ...entry, origin: originOf(entry.pointer) })) : entries
}

function diagnoseTarget(
  { migration }: Inventory,
  target: Release | undefined,
  targets: readonly Release[],
  locate: Locate,
): Diagnostic {
  if (target === undefined) {
    const message = `no target is named; give --target or write migration.target: ${targets.join(', ')}`
    return { code: 'target', severity: 'error', message }
  }
  const region = migration?.target === target ? locate(['/migration/target']).get('/migration/target') : undefined
  const message = targetProblem(target, `the target ${target}`, targets) ?? ''
  return { code: 'target', severity: 'error', message, ...(region ? { region } : {}) }
}

function dayOfRun(asOf: string) {
  const day = timestampOf(asOf)
  if (!day) throw new RangeError(`asOf is ${JSON.stringify(asOf)}; it must be a day such as 2026-11-24`)
  return day
}

function plannedFor({ migration }: Inventory): { readonly plannedFor?: string } {
  const planned = timestampOf(migration?.plannedFor ?? '')
  return planned ? { plannedFor: dayOf(planned) } : {}
}

function releasesOf(estate: Estate): readonly Release[] {
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
