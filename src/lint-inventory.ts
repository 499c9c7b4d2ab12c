import { assemble } from './engine/assemble.ts'
import { type Checked, check } from './engine/check.ts'
import { verdictOf } from './engine/verdict.ts'
import { functions } from './functions.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import { releaseOf } from './inventory/facts/releases.ts'
import { isRdsServer } from './inventory/facts/roles.ts'
import type { Inventory } from './inventory/inventory.ts'
import { loadInventory } from './inventory/load.ts'
import type { LintInput, LintOptions } from './lint.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import { dayOf, timestampOf } from './model/instant.ts'
import type { Locate } from './model/region.ts'
import type { Counts, InventoryReport, Release, Tally } from './model/report.ts'
import { Unknown } from './model/unknown.ts'
import type { Rule } from './rules/rule.ts'

/** The report on one inventory, and the circumstances it was judged under; without them it is unusable. */
export interface Linted {
  readonly report: InventoryReport
  readonly run?: Circumstances
}

/** Reads one inventory and holds it against rules, for one of the targets that `targets` allows. */
export function lintInventory(
  { file, bytes, diagnostics: before = [], originOf }: LintInput,
  rules: readonly Rule[],
  options: LintOptions,
  targets = supportedTargets,
): Linted {
  const { inventory, locate, diagnostics: own } = loadInventory(bytes)
  const diagnostics = [...before, ...own]
  const method = options.method ?? inventory?.migration?.method ?? 'migrate'
  const phase = options.phase ?? inventory?.migration?.phase ?? 'before'
  const target = options.target ?? inventory?.migration?.target
  const common = { file, method, phase, ...(target === undefined ? {} : { target }) }
  if (!inventory) return { report: { ...common, ...nothingSaid, diagnostics } }
  if (target === undefined || !targets.includes(target)) {
    const problem = targetProblem(inventory, target, targets, locate)
    return { report: { ...common, ...nothingSaid, diagnostics: [...diagnostics, problem] } }
  }
  const run: Circumstances = { target, method, phase, today: dayOfRun(options.asOf) }
  const estate = createEstate(inventory, run)
  const checked = check(estate, rules, functions)
  const { findings, undecided } = assemble(estate, checked, locate, functions)
  const verdict = checked.faults.length > 0 ? 'unusable' : verdictOf(findings, undecided, options.failOn ?? 'error')
  return {
    run,
    report: {
      ...common,
      ...plannedFor(inventory),
      verdict,
      releases: releasesOf(estate),
      findings: withOrigins(findings, originOf),
      undecided: withOrigins(undecided, originOf),
      diagnostics,
      faults: checked.faults,
      ...(options.rules ? { scope: { rules: rules.map(({ id }) => id) } } : {}),
      counts: countsOf(checked),
      tallies: Object.fromEntries([...checked.tallies].map(([rule, tally]) => [rule.id, tally])),
    },
  }
}

/** The targets that this version judges. */
export const supportedTargets: readonly Release[] = ['2012R2']

function withOrigins<T extends { readonly pointer: string }>(entries: readonly T[], originOf: LintInput['originOf']) {
  return originOf ? entries.map((entry) => ({ ...entry, origin: originOf(entry.pointer) })) : entries
}

const nothingSaid = {
  verdict: 'unusable',
  releases: [],
  findings: [],
  undecided: [],
  faults: [],
  counts: { rules: 0, subjects: 0, pass: 0, fail: 0, undecided: 0, notApplicable: 0, suppressed: 0 },
  tallies: {},
} as const

function targetProblem(
  { migration }: Inventory,
  target: Release | undefined,
  targets: readonly Release[],
  locate: Locate,
): Diagnostic {
  const choices = targets.join(', ')
  if (target === undefined) {
    const message = `no target is named; give --target or write migration.target: ${choices}`
    return { code: 'target', severity: 'error', message }
  }
  const region = migration?.target === target ? locate(['/migration/target']).get('/migration/target') : undefined
  const message = `the target ${target} is not supported yet; this version judges migrations to ${choices} only`
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
