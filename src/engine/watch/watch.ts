import type { Functions } from '../../expression/compile.ts'
import { children, type Tree } from '../../expression/tree.ts'
import type { Circumstances, Estate } from '../../inventory/estate.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { Cell } from '../../inventory/tracking/cells.ts'
import { type TrackedEstate, trackEstate } from '../../inventory/tracking/tracked-estate.ts'
import type { RuleFault } from '../../model/report.ts'
import { gravest } from '../../rules/describe.ts'
import { names } from '../../rules/names.ts'
import type { Rule } from '../../rules/rule.ts'
import { askedOnce, type Hit, valuesOf } from '../check.ts'
import { type Part, pointerOf, type Selection, select } from '../parts.ts'
import { prepare } from '../prepared.ts'
import { align } from './align.ts'
import { advance, newLane } from './lane.ts'
import type { Answer, Lane, Passage } from './lane-types.ts'
import { trackedFunctions } from './tracked-functions.ts'

/** A hit that a state has and the one before has not, or the other way round, with the fingerprint of its finding. */
export interface Sighted extends Hit {
  readonly print: string
}

/** What the rules say of a state of an inventory, compared with the state before. */
export interface State {
  /** The estate of the state, good until the next one is asked for. */
  readonly estate: Estate
  readonly come: readonly Sighted[]
  readonly gone: readonly Sighted[]
  /** All that could not be decided in this state. */
  readonly undecided: readonly Hit[]
  readonly faults: readonly RuleFault[]
}

/**
 * Holds rules against the states of an inventory, one after the other: a rule is asked again of a part only where the part
 * changed, or something that was read when it was asked last. What could not be decided is asked in every state.
 */
export function watch(rules: readonly Rule[], run: Circumstances, functions: Functions): (state: Inventory) => State {
  const remembering = trackedFunctions(functions)
  const nothing: Selection = { parts: [], gaps: [], isNone: false }
  let tracked: TrackedEstate | undefined
  let lanes: readonly LanesOfRule[] = []
  let selections = new Map<string, Selection>()

  return (inventory) => {
    const isNext = tracked?.goOn(inventory) ?? false
    const old = isNext ? [] : lanes.flatMap((one) => hitsOf(one, selections))
    const here = isNext && tracked ? tracked : trackEstate(inventory, run)
    if (here !== tracked) {
      lanes = rules.flatMap((rule) => lanesOf(rule, here, run, remembering))
      selections = new Map()
    }
    tracked = here
    const passages = new Map<string, Passage>()
    for (const { pointers } of lanes) {
      for (const { pointer } of pointers) {
        if (passages.has(pointer)) continue
        const before = selections.get(pointer) ?? nothing
        const isUntouched = isNext && selections.has(pointer) && !here.isChanged(pointer)
        const now = isUntouched ? before : select(here.estate.inventory, pointer)
        passages.set(pointer, { before, now, alignment: align(before.parts, now.parts) })
      }
    }
    const state = { come: [] as Sighted[], gone: [...old], undecided: [] as Hit[], faults: [] as RuleFault[] }
    const values = valuesOf(here.estate)
    for (const one of lanes) advanceRule(one, here, values, passages, state)
    selections = new Map([...passages].map(([pointer, { now }]) => [pointer, now]))
    return { estate: here.estate, ...state }
  }
}

interface LanesOfRule {
  readonly rule: Rule
  readonly pointers: readonly { readonly pointer: string; readonly lane: Lane }[]
}

function lanesOf(rule: Rule, tracked: TrackedEstate, run: Circumstances, functions: Functions): readonly LanesOfRule[] {
  const prepared = prepare(rule, run, functions)
  if (!prepared) return []
  const mentioned = cellsOf(rule, tracked)
  const pointers = rule.for.map((pointer) => {
    return { pointer, lane: newLane(rule, prepared, mentioned) }
  })
  return [{ rule, pointers }]
}

/** The sections that stand in a scope whole; of the deployment it is noted what is read. */
function cellsOf({ require, when, severity }: Rule, { servers, section }: TrackedEstate): readonly Cell[] {
  const trees = [require, ...(when ? [when] : []), ...severity.flatMap((entry) => entry.when ?? [])]
  const mentions = (name: string) => trees.some((tree) => speaksOf(tree, name))
  return [
    ...(mentions(names.servers) ? [servers] : []),
    ...(mentions(names.migration) ? [section('migration')] : []),
    ...(mentions(names.collection) ? [section('collection')] : []),
  ]
}

function speaksOf(tree: Tree, name: string): boolean {
  return (tree.op === 'name' && tree.name === name) || children(tree).some((child) => speaksOf(child, name))
}

interface Gathered {
  readonly come: Sighted[]
  readonly gone: Sighted[]
  readonly undecided: Hit[]
  readonly faults: RuleFault[]
}

function advanceRule(
  { rule, pointers }: LanesOfRule,
  tracked: TrackedEstate,
  values: readonly unknown[],
  passages: ReadonlyMap<string, Passage>,
  state: Gathered,
): void {
  const isKnownGap = askedOnce(rule)
  for (const { pointer, lane } of pointers) {
    const passage = passages.get(pointer)
    if (!passage) continue
    for (const { part, missing } of passage.now.gaps) {
      if (isKnownGap(part)) continue
      state.undecided.push({ rule, part, severity: gravest(lane.prepared.severities) ?? 'info', missing })
    }
    const sight = (answer: Answer, part: Part, into: Sighted[]) => {
      if (answer.kind !== 'fail') return
      into.push({ rule, part, severity: answer.severity, print: answer.print })
    }
    const tell = {
      gone: (answer: Answer, part: Part) => sight(answer, part, state.gone),
      come: (answer: Answer, part: Part) => {
        sight(answer, part, state.come)
        if (answer.kind === 'undecided')
          state.undecided.push({ rule, part, severity: answer.severity, missing: answer.missing })
        if (answer.kind === 'fault')
          state.faults.push({ rule: rule.id, pointer: pointerOf(part), message: answer.reason })
      },
    }
    advance(lane, { tracked, values, passage, tell })
  }
}

function hitsOf({ rule, pointers }: LanesOfRule, selections: ReadonlyMap<string, Selection>): readonly Sighted[] {
  return pointers.flatMap(({ pointer, lane }) =>
    lane.entries.flatMap(({ answer }, index) => {
      const part = selections.get(pointer)?.parts[index]
      return answer.kind === 'fail' && part ? [{ rule, part, severity: answer.severity, print: answer.print }] : []
    }),
  )
}
