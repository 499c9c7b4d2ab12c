import { type Method, methods, type Phase, phases, type Release, releases, type Severity } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { applicability } from './applicability.ts'
import type { Rule } from './rule.ts'

/** Where a rule applies and where it does not, and where it does but cannot fail. */
export interface ApplicabilityTable {
  readonly applies: readonly ApplicabilityRow[]
  readonly neverFails: readonly NeverFailsRow[]
}

/** Migrations that a rule treats alike: every combination of what is listed. */
export interface ApplicabilityRow {
  readonly targets: readonly Release[]
  readonly methods: readonly Method[]
  readonly phases: readonly Phase[]
  /** Present where the rule applies: its severity, or those that it may have by the part, the gravest first. */
  readonly severities?: readonly Severity[]
  /** Present where it does not: why, as a clause about `it`. */
  readonly reason?: string
}

/** Migrations where a rule applies, and releases of which a deployment cannot fail it if all its servers run the same of them. */
export interface NeverFailsRow {
  readonly targets: readonly Release[]
  readonly methods: readonly Method[]
  readonly phases: readonly Phase[]
  readonly from: readonly Release[]
}

/** Tells for every migration whether a rule applies; rows that would say the same are one. */
export function applicabilityTable(rule: Rule): ApplicabilityTable {
  const applies = merged(supportedTargets, (target) =>
    merged(methods, (method) =>
      merged(phases, (phase) => [applicability(rule, { target, method, phase })]).map(named('phases')),
    ).map(named('methods')),
  ).map(named('targets'))
  const neverFails = merged(methods, (method) =>
    merged(phases, (phase) =>
      merged(supportedTargets, (target) => spared(rule, { target, method, phase })).map(named('targets')),
    ).map(named('phases')),
  ).map(named('methods'))
  return { applies, neverFails }
}

function spared(
  rule: Rule,
  move: Parameters<typeof applicability>[1],
): readonly { readonly from: readonly Release[] }[] {
  if ('reason' in applicability(rule, move)) return []
  const from = releases.filter((release) => 'reason' in applicability(rule, { ...move, from: release }))
  return from.length === 0 ? [] : [{ from }]
}

/** The rows of each key, those of keys that have the same rows only once. */
function merged<Key, Row>(keys: readonly Key[], rowsOf: (key: Key) => readonly Row[]): readonly Merged<Key, Row>[] {
  const groups = new Map<string, { readonly keys: Key[]; readonly rows: readonly Row[] }>()
  for (const key of keys) {
    const rows = rowsOf(key)
    const text = JSON.stringify(rows)
    const group = groups.get(text)
    if (group) group.keys.push(key)
    else groups.set(text, { keys: [key], rows })
  }
  return [...groups.values()].flatMap(({ keys, rows }) => rows.map((row) => ({ keys, row })))
}

interface Merged<Key, Row> {
  readonly keys: readonly Key[]
  readonly row: Row
}

function named<Name extends string>(name: Name) {
  return <Key, Row extends object>({ keys, row }: Merged<Key, Row>) =>
    ({ [name]: keys, ...row }) as Record<Name, readonly Key[]> & Row
}
