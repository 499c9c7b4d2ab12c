import { builtins } from '../expression/functions/index.ts'
import type { Tree } from '../expression/tree.ts'
import { isStuck } from '../expression/value.ts'
import type { Circumstances } from '../inventory/estate.ts'
import { facts } from '../inventory/facts/index.ts'
import { directPath } from '../inventory/upgrade-paths.ts'
import type { Release } from '../model/report.ts'
import type { Rule } from './rule.ts'

/** A migration of servers that all run one release today. */
type Uniform = Pick<Circumstances, 'target' | 'method' | 'phase'> & { readonly from: Release }

/**
 * Whether a rule can fail on no part of any deployment whose servers all run `from`, or, once the move has begun, the target.
 * It follows from the conditions alone: whatever else an inventory may hold stands for any value. False where that is not sure.
 */
export function neverFails({ when, require }: Pick<Rule, 'when' | 'require'>, move: Uniform): boolean {
  const of = (tree: Tree, truth: boolean) => is(valuesOf(tree, { move, hidden: new Set() }), truth)
  return (when !== undefined && of(when, false)) || of(require, true)
}

/** The values that an expression can have; undefined where it can have any. */
type Values = readonly unknown[] | undefined

interface Context {
  readonly move: Uniform
  /** Names that a quantifier gives to its elements. */
  readonly hidden: ReadonlySet<string>
}

// More combinations than this are not worth the answer.
const most = 64

function valuesOf(tree: Tree, context: Context): Values {
  switch (tree.op) {
    case 'literal':
      return [tree.value]
    case 'int':
      return [BigInt(tree.value)]
    case 'name':
      return named(tree.name, context)
    case 'not':
      return computed([valuesOf(tree.of, context)], ([truth]) => !truth)
    case 'and':
      return logical(valuesOf(tree.left, context), valuesOf(tree.right, context), false)
    case 'or':
      return logical(valuesOf(tree.left, context), valuesOf(tree.right, context), true)
    case 'list':
      return computed(
        tree.items.map((item) => valuesOf(item, context)),
        (items) => items,
      )
    case 'call':
      return called(tree.name, tree.args, context)
    case 'each':
      return quantified(tree, context)
    default:
      return undefined
  }
}

function named(name: string, { move, hidden }: Context): Values {
  if (hidden.has(name)) return undefined
  return name === 'target' || name === 'method' || name === 'phase' ? [move[name]] : undefined
}

/** `decisive` is the operand that settles the operation whatever the other is. */
function logical(left: Values, right: Values, decisive: boolean): Values {
  if (is(left, decisive) || is(right, decisive)) return [decisive]
  return computed([left, right], ([one, other]) => (one === decisive || other === decisive ? decisive : !decisive))
}

function called(name: string, args: readonly Tree[], context: Context): Values {
  const { move } = context
  const known = Object.hasOwn(ofAnyServer, name) ? ofAnyServer[name]?.(move) : undefined
  if (known !== undefined) return known
  const operands = args.map((argument) => valuesOf(argument, context))
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin) return computed(operands, (values) => builtin.run(...values))
  const ofRelease = Object.hasOwn(ofReleases, name) ? ofReleases[name] : undefined
  return ofRelease && operands.length > 0 ? computed(operands, (values) => ofRelease(move, ...values)) : undefined
}

/** What facts about a server say of each that such a deployment can hold. */
const ofAnyServer: Readonly<Record<string, (move: Uniform) => Values>> = {
  release: running,
  pathDisputed: (move) => running(move).map((release) => directPath(release, move.target) === 'disputed'),
  upgradesInPlace: (move) => (running(move).every((release) => release >= move.target) ? [false] : undefined),
}

/** Facts that ask for a release and look at nothing but the target. */
const namesOfReleaseFacts = ['supportedSource', 'hasDirectPath', 'clusterStep', 'hostsBeside', 'windows']
const ofReleases: Readonly<Record<string, (move: Uniform, ...values: readonly unknown[]) => unknown>> =
  Object.fromEntries(
    facts.flatMap(({ name, of }) =>
      namesOfReleaseFacts.includes(name) ? [[name, of as unknown as (typeof ofReleases)[string]]] : [],
    ),
  )

function running({ from, target, phase }: Uniform): readonly Release[] {
  return phase === 'before' || from === target ? [from] : [from, target]
}

/** Over no elements `all` is true and `exists` is false, so that either says the same as a test that is sure. */
function quantified(tree: Tree & { readonly op: 'each' }, { move, hidden }: Context): Values {
  const test = tree.test && valuesOf(tree.test, { move, hidden: new Set([...hidden, tree.name]) })
  if (tree.macro === 'all' && is(test, true)) return [true]
  return (tree.macro === 'exists' || tree.macro === 'exists_one') && is(test, false) ? [false] : undefined
}

function is(values: Values, truth: boolean): boolean {
  return values !== undefined && values.length > 0 && values.every((value) => value === truth)
}

function computed(operands: readonly Values[], run: (values: readonly unknown[]) => unknown): Values {
  let combinations: readonly (readonly unknown[])[] = [[]]
  for (const operand of operands) {
    if (operand === undefined || combinations.length * operand.length > most) return undefined
    combinations = combinations.flatMap((left) => operand.map((value) => [...left, value]))
  }
  const results = combinations.map(run)
  return results.some(isStuck) ? undefined : [...new Set(results)]
}
