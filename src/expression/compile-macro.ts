import { incomplete, restOf } from '../model/incomplete-list.ts'
import { merge, Unknown } from '../model/unknown.ts'
import type { Expression, Plan } from './plan.ts'
import { step } from './scope.ts'
import type { Tree } from './tree.ts'
import { Fault, isStuck, stuck } from './value.ts'

type Each = Tree & { op: 'each' }

/** Compiles `all`, `exists`, `exists_one`, `filter` and `map`: each element in turn stands under the macro's name. `node` compiles what is below. */
export function compileMacro(tree: Each, plan: Plan, node: (tree: Tree, plan: Plan) => Expression): Expression {
  const of = node(tree.of, plan)
  const slot = Math.max(-1, ...plan.slots.values()) + 1
  const inner = { ...plan, slots: new Map(plan.slots).set(tree.name, slot) }
  const test = tree.test ? node(tree.test, inner) : () => true
  const value = tree.value && node(tree.value, inner)
  const run = runs[tree.macro](test, value ?? ((scope) => scope.slots[slot]), slot)
  return (scope) => {
    const range = of(scope)
    if (isStuck(range)) return range
    const list = range instanceof Map ? [...range.keys()] : range
    if (!Array.isArray(list)) return new Fault(`${tree.macro}() goes over a list`)
    step(scope, list.length)
    return run(scope, list)
  }
}

type Run = (
  test: Expression,
  value: Expression,
  slot: number,
) => (scope: Parameters<Expression>[0], list: readonly unknown[]) => unknown

const runs: Readonly<Record<Each['macro'], Run>> = {
  all: (test, _, slot) => quantify(test, slot, false),
  exists: (test, _, slot) => quantify(test, slot, true),
  exists_one: (test, _, slot) => (scope, list) => {
    const { kept, open, fault } = sift(scope, list, test, slot)
    if (fault) return fault
    if (kept.length > 1) return false
    return merge(open) ?? kept.length === 1
  },
  filter: (test, _, slot) => (scope, list) => {
    const { kept, open, fault } = sift(scope, list, test, slot)
    return fault ?? incomplete(kept, merge(open)?.facts ?? [])
  },
  map: (test, value, slot) => (scope, list) => {
    const { kept, open, fault } = sift(scope, list, test, slot)
    if (fault) return fault
    const results = kept.map((element) => {
      scope.slots[slot] = element
      return value(scope)
    })
    const wrong = results.find((result) => result instanceof Fault)
    if (wrong) return wrong
    return incomplete(
      results.filter((result) => !(result instanceof Unknown)),
      merge([...open, ...results])?.facts ?? [],
    )
  },
}

/** `all` where one false decides, `exists` where one true does; what a list may hold beyond its known elements leaves it open. */
function quantify(
  test: Expression,
  slot: number,
  deciding: boolean,
): (scope: Parameters<Expression>[0], list: readonly unknown[]) => unknown {
  return (scope, list) => {
    let open: unknown[] | undefined
    for (const element of list) {
      scope.slots[slot] = element
      const truth = test(scope)
      if (truth === deciding) return deciding
      if (truth !== !deciding) {
        open ??= []
        open.push(isStuck(truth) ? truth : new Fault('the condition of a quantifier is a bool'))
      }
    }
    const rest = restOf(list)
    if (!open && !rest) return !deciding
    return stuck([...(open ?? []), ...(rest ? [new Unknown(rest)] : [])])
  }
}

/** The elements that fit, and the unknown values that leave open whether others do. */
function sift(scope: Parameters<Expression>[0], list: readonly unknown[], test: Expression, slot: number) {
  const kept: unknown[] = []
  const rest = restOf(list)
  const open: Unknown[] = rest ? [new Unknown(rest)] : []
  let fault: Fault | undefined
  for (const element of list) {
    scope.slots[slot] = element
    const truth = test(scope)
    if (truth === true) kept.push(element)
    else if (truth instanceof Unknown) open.push(truth)
    else if (truth !== false) fault ??= truth instanceof Fault ? truth : new Fault('the condition of a macro is a bool')
  }
  return { kept, open, fault }
}
