import { Timestamp } from '../model/instant.ts'
import { Unknown } from '../model/unknown.ts'
import { compileCall } from './compile-call.ts'
import { has, select } from './compile-field.ts'
import { compileMacro } from './compile-macro.ts'
import type { Expression, Functions, Plan } from './plan.ts'
import { begin, OutOfSteps, step, stepLimit } from './scope.ts'
import type { Tree } from './tree.ts'
import { equal, Fault, isStuck, stuck } from './value.ts'

export type { Expression, Functions, Plan } from './plan.ts'

/** Compiles a checked tree once, for scopes that hold the values of `names` in this order. */
export function compile(tree: Tree, names: readonly string[], functions: Functions): Expression {
  const run = node(tree, { slots: new Map(names.map((name, slot) => [name, slot])), functions })
  return (scope) => {
    begin(scope)
    try {
      return run(scope)
    } catch (error) {
      if (error instanceof OutOfSteps) return new Fault(`it takes more than ${stepLimit} steps`)
      throw error
    }
  }
}

/** Compiles one node and what is below it. */
function node(tree: Tree, plan: Plan): Expression {
  switch (tree.op) {
    case 'literal':
      return constant(tree.value)
    case 'int':
      return constant(BigInt(tree.value))
    case 'name':
      return named(tree.name, plan)
    case 'select':
      return select(tree, node(tree.of, plan))
    case 'has':
      return has(tree, node(tree.of, plan))
    case 'not':
      return not(node(tree.of, plan))
    case 'and':
      return logical(node(tree.left, plan), node(tree.right, plan), false)
    case 'or':
      return logical(node(tree.left, plan), node(tree.right, plan), true)
    case 'if':
      return conditional(node(tree.test, plan), node(tree.yes, plan), node(tree.no, plan))
    case 'list': {
      const items = tree.items.map((item) => node(item, plan))
      return (scope) => {
        step(scope, items.length)
        return whole(items.map((item) => item(scope)))
      }
    }
    case 'map':
      return mapOf(tree.entries.map(([key, value]) => [node(key, plan), node(value, plan)] as const))
    case 'call':
      return compileCall(
        tree.name,
        tree.args.map((argument) => node(argument, plan)),
        plan.functions,
      )
    case 'each':
      return compileMacro(tree, plan, node)
  }
}

function constant(value: unknown): Expression {
  return () => value
}

function named(name: string, { slots }: Plan): Expression {
  const slot = slots.get(name)
  return slot === undefined ? constant(new Fault(`${name} is not known`)) : (scope) => scope.slots[slot]
}

function not(of: Expression): Expression {
  return (scope) => {
    const truth = of(scope)
    return typeof truth === 'boolean' ? !truth : isStuck(truth) ? truth : new Fault('! takes a bool')
  }
}

/** `&&` where false decides, `||` where true does: whichever side says so, whatever the other one is. */
function logical(left: Expression, right: Expression, deciding: boolean): Expression {
  return (scope) => {
    const one = left(scope)
    if (one === deciding) return deciding
    const other = right(scope)
    if (other === deciding) return deciding
    if (typeof one === 'boolean' && typeof other === 'boolean') return !deciding
    return stuck([one, other]) ?? new Fault('&& and || take bools')
  }
}

/** Where the test is not known, two branches that agree decide all the same. */
function conditional(test: Expression, yes: Expression, no: Expression): Expression {
  return (scope) => {
    const truth = test(scope)
    if (typeof truth === 'boolean') return truth ? yes(scope) : no(scope)
    if (!(truth instanceof Unknown)) return truth instanceof Fault ? truth : new Fault('?: takes a bool')
    const [one, other] = [yes(scope), no(scope)]
    return !isStuck(one) && isIdentical(one, other) ? one : truth
  }
}

/** Equal is not enough: 1 and 1.0 are, and behave otherwise. */
function isIdentical(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || (one instanceof Timestamp && equal(one, other) === true)
}

function whole(items: readonly unknown[]): unknown {
  return stuck(items) ?? items
}

const keyTypes: ReadonlySet<string> = new Set(['boolean', 'bigint', 'string'])

function mapOf(entries: readonly (readonly [Expression, Expression])[]): Expression {
  return (scope) => {
    // An entry takes ten times the room of a list's element.
    step(scope, 10 * entries.length)
    const pairs = entries.map(([key, value]) => [key(scope), value(scope)] as const)
    const held = new Map(pairs)
    const open = stuck(pairs.flat())
    if (open) return open
    if (!pairs.every(([key]) => keyTypes.has(typeof key)))
      return new Fault('a key of a map is a bool, an int or a string')
    return held.size < pairs.length ? new Fault('a key stands twice in a map') : held
  }
}
