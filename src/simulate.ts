import type { Checked } from './engine/check.ts'
import { fingerprint } from './engine/fingerprint.ts'
import { identity } from './engine/subject.ts'
import { verdictOf } from './engine/verdict.ts'
import { createBalance } from './engine/watch/balance.ts'
import { hitIn, tellFindings, tellUndecided } from './engine/watch/told.ts'
import { type Sighted, type State, watch } from './engine/watch/watch.ts'
import { functions } from './functions.ts'
import { type Circumstances, createEstate, type Estate } from './inventory/estate.ts'
import type { Inventory } from './inventory/inventory.ts'
import { examine } from './lint-inventory.ts'
import type { Severity, Verdict } from './model/report.ts'
import type { FinalState, SimulatedFinding, SimulatedUndecided, Simulation } from './model/simulation.ts'
import { worstOf } from './model/worst.ts'
import type { Rule } from './rules/rule.ts'

/** Lints the states of an inventory one after the other in phase `during`, and says what each adds and clears. */
export interface Simulator {
  /** The next state, compared with the one before; compared with nothing where it is the first. */
  readonly next: (state: Inventory) => Simulation
  /** What rules that block could not decide in the state at hand. */
  readonly open: () => readonly SimulatedUndecided[]
}

/** Begins a simulation. What a state shares with the one before is not judged anew. */
export function simulator(rules: readonly Rule[], asked: Circumstances): Simulator {
  const run: Circumstances = { ...asked, phase: 'during' }
  const look = watch(rules, run, functions)
  const balance = createBalance()
  let last: Inventory | undefined
  let open: ReadonlySet<string> = new Set()
  let standing: () => readonly SimulatedUndecided[] = () => []
  return {
    next: (inventory) => {
      const state = look(inventory)
      const { added, cleared } = balance.settle(state.come, state.gone)
      // Two pointers of a rule may lead to one question.
      const undecided = new Map(state.undecided.toReversed().map((hit) => [keyOf(state, hit), hit]))
      const fresh = [...undecided].filter(([key]) => !open.has(key)).map(([, hit]) => hit)
      const isFirst = last === undefined
      const simulation: Simulation = {
        verdict: verdictOfState(state, balance.holds('error')),
        added: isFirst ? [] : told(createEstate(inventory, run), added),
        cleared: last === undefined ? [] : told(createEstate(last, run), cleared),
        undecided: isFirst ? [] : tellUndecided(state.estate, fresh, functions),
      }
      open = new Set(undecided.keys())
      const blocking = [...undecided.values()].filter(({ severity }) => severity === 'error')
      standing = () => tellUndecided(state.estate, blocking, functions)
      last = inventory
      return simulation
    },
    open: () => standing(),
  }
}

/** Lints the last state by itself. */
export function finalState(inventory: Inventory, rules: readonly Rule[], run: Circumstances): FinalState {
  const { estate, checked } = examine(inventory, rules, run)
  return {
    verdict: verdictOfChecked(checked),
    findings: tellFindings(estate, checked.failed, functions),
    undecided: tellUndecided(estate, checked.undecided, functions),
  }
}

function told(estate: Estate, hits: readonly Sighted[]): readonly SimulatedFinding[] {
  if (hits.length === 0) return []
  const here = hits.map((hit) => hitIn(estate, hit))
  // Fingerprints say how often the finding is there in the whole state, which these few do not show.
  const prints = new Map(
    here.map((hit) => [`${hit.rule.id} ${fingerprint(hit.rule.id, identity(estate, hit.part))}`, hit]),
  )
  return tellFindings(estate, here, functions).map((finding) => {
    const print = prints.get(`${finding.rule} ${finding.fingerprint}`)?.print
    return print === undefined ? finding : { ...finding, fingerprint: print }
  })
}

function keyOf(
  { estate }: State,
  { rule, part, severity }: { readonly rule: Rule; readonly part: Sighted['part']; readonly severity: Severity },
) {
  return `${rule.id} ${severity} ${identity(estate, part)}`
}

function verdictOfState({ faults, undecided }: State, isBlocked: boolean): Verdict {
  if (faults.length > 0) return 'unusable'
  return worstOf([isBlocked ? 'blocked' : 'ready', verdictOf([], undecided, 'error')])
}

function verdictOfChecked({ failed, undecided, faults }: Checked): Verdict {
  return faults.length > 0 ? 'unusable' : verdictOf(failed, undecided, 'error')
}
