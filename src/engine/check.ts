import type { Functions } from '../expression/compile.ts'
import { ruleStepLimit, type Scope, scopeOf } from '../expression/scope.ts'
import { type Estate, once } from '../inventory/estate.ts'
import { dayOf, type Timestamp, timestampOf } from '../model/instant.ts'
import type { RuleFault, Severity, Tally } from '../model/report.ts'
import { type Unknown, unknown } from '../model/unknown.ts'
import { gravest } from '../rules/describe.ts'
import type { Rule } from '../rules/rule.ts'
import { judge } from './judge.ts'
import { type Part, parentOf, pointerOf, type Selection, select } from './parts.ts'
import { type Asked, prepare } from './prepared.ts'
import { subjectOf } from './subject.ts'

/** A rule failed, or could not be decided, on a part. */
export interface Hit {
  readonly rule: Rule
  readonly part: Part
  readonly severity: Severity
  /** Present where the rule could not be decided. */
  readonly missing?: Unknown
}

/** What the rules say of an estate, before places in the text and words are found for it. */
export interface Checked {
  readonly failed: readonly Hit[]
  readonly undecided: readonly Hit[]
  readonly faults: readonly RuleFault[]
  /** The rules that apply to the run's target, method and phase, with how often each outcome came out. */
  readonly tallies: ReadonlyMap<Rule, Tally>
  /** Distinct parts that the rules looked at. */
  readonly subjects: number
}

/** Holds every rule against every part that it looks at. Pure: no files, no clock, no output. */
export function check(estate: Estate, rules: readonly Rule[], functions: Functions): Checked {
  const failed: Hit[] = []
  const undecided: Hit[] = []
  const faults: RuleFault[] = []
  const tallies = new Map<Rule, Tally>()
  const selections = new Map<string, Selection>()
  const scope = scopeOf(valuesOf(estate), estate)
  for (const rule of rules) {
    const prepared = prepare(rule, estate, functions)
    if (!prepared) continue
    const tally = { pass: 0, fail: 0, undecided: 0, notApplicable: 0 }
    tallies.set(rule, tally)
    const isKnownGap = askedOnce(rule)
    scope.spent = 0
    for (const pointer of rule.for) {
      const selection = selections.get(pointer) ?? select(estate.inventory, pointer)
      selections.set(pointer, selection)
      for (const { part, missing } of selection.gaps) {
        if (isKnownGap(part)) continue
        undecided.push({ rule, part, severity: gravest(prepared.severities) ?? 'info', missing })
        tally.undecided++
      }
      if (selection.isNone) tally.notApplicable++
      for (const part of selection.parts) {
        if (scope.spent > ruleStepLimit) {
          faults.push({ rule: rule.id, pointer: pointerOf(part), message: outOfSteps })
          break
        }
        enter(scope, part, prepared.asks)
        const outcome = judge(prepared, scope)
        if (outcome.kind === 'fault') faults.push({ rule: rule.id, pointer: pointerOf(part), message: outcome.reason })
        else tally[outcome.kind]++
        if (outcome.kind === 'fail') failed.push({ rule, part, severity: outcome.severity })
        if (outcome.kind === 'undecided')
          undecided.push({ rule, part, severity: outcome.severity, missing: outcome.missing })
      }
    }
  }
  const subjects = [...selections.values()].reduce((count, { parts }) => count + parts.length, 0)
  return { failed, undecided, faults, tallies, subjects }
}

const outOfSteps = `it took more than ${ruleStepLimit} steps so far, and judges no more parts`

/** Tells of each gap whether a pointer of the rule has led to it before: what is missing at one place is one question. */
export function askedOnce({ for: pointers }: Rule): (part: Part) => boolean {
  if (pointers.length === 1) return () => false
  const asked = new Set<string>()
  return (part) => asked.size === asked.add(pointerOf(part)).size
}

/** Objects that stand for the planner's sections where the inventory does not hold them. */
export const standIns = once(({ inventory }) => ({
  migration: inventory.migration ?? {},
  collection: inventory.collection ?? {},
}))

/** The values of the names that conditions may use, in their order, for no part in particular. */
export function valuesOf(estate: Estate): readonly unknown[] {
  const { inventory, servers, target, method, phase, today } = estate
  const { migration, collection } = standIns(estate)
  const deployment = inventory.deployment === undefined ? unknown(inventory, 'deployment') : inventory.deployment
  return [null, null, '', deployment, servers, migration, collection, target, method, phase, today, plannedDay(estate)]
}

/** The day of the move, midnight UTC, else that of the run. */
function plannedDay({ inventory, today }: Estate): Timestamp {
  const planned = timestampOf(inventory.migration?.plannedFor ?? '')
  return (planned && timestampOf(dayOf(planned))) ?? today
}

/** Puts a part at hand: `it`, `parent` and `subject`, the first three names. */
export function enter(scope: Scope, part: Part, { subject, parent }: Asked): void {
  scope.slots[0] = part.value
  scope.slots[1] = parent ? parentOf(part) : null
  scope.slots[2] = subject ? subjectOf(part) : ''
}
