import { builtins } from '../expression/functions/index.ts'
import { children, type Tree } from '../expression/tree.ts'
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
  const trees = [...(when ? [when] : []), require]
  // Where all is about one server, it runs one release at a time; else each may run another.
  const each = areOfOne(trees.flatMap((tree) => serversIn(tree)))
  const running = phaseReleases(move)
  return (each ? running.map((release) => [release]) : [running]).every((running) => {
    const of = (tree: Tree, truth: boolean) => is(valuesOf(tree, { move, running, hidden: new Set() }), truth)
    return (when !== undefined && of(when, false)) || of(require, true)
  })
}

/** What the servers run today, or, once the move has begun, the target. */
function phaseReleases({ from, target, phase }: Uniform): readonly Release[] {
  return phase === 'before' || from === target ? [from] : [from, target]
}

/** The servers that an expression asks for their releases, as text; undefined for an element of a quantifier, which is many. */
function serversIn(tree: Tree, hidden: readonly string[] = []): readonly (string | undefined)[] {
  const inner = tree.op === 'each' ? [...hidden, tree.name] : hidden
  const own = tree.op === 'call' && Object.hasOwn(ofAnyServer, tree.name) ? [textOf(tree.args[0], hidden)] : []
  return [...own, ...children(tree).flatMap((child) => serversIn(child, inner))]
}

function textOf(server: Tree | undefined, hidden: readonly string[]): string | undefined {
  if (server?.op === 'name') return hidden.includes(server.name) ? undefined : server.name
  const of = server?.op === 'select' ? textOf(server.of, hidden) : undefined
  return server?.op === 'select' && of !== undefined ? `${of}.${server.field}` : undefined
}

function areOfOne(servers: readonly (string | undefined)[]): boolean {
  return servers.every((server) => server !== undefined && server === servers[0])
}

/** The values that an expression can have; undefined where it can have any. */
type Values = readonly unknown[] | undefined

interface Context {
  readonly move: Uniform
  /** What a server may run. */
  readonly running: readonly Release[]
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
  const known = Object.hasOwn(ofAnyServer, name) ? ofAnyServer[name]?.(context) : undefined
  if (known !== undefined) return known
  const operands = args.map((argument) => valuesOf(argument, context))
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin) return computed(operands, (values) => builtin.run(...values))
  const ofRelease = Object.hasOwn(ofReleases, name) ? ofReleases[name] : undefined
  return ofRelease && operands.length > 0 ? computed(operands, (values) => ofRelease(move, ...values)) : undefined
}

/** What facts about a server say of each that such a deployment can hold. */
const ofAnyServer: Readonly<Record<string, (context: Context) => Values>> = {
  release: ({ running }) => running,
  pathDisputed: ({ running, move }) => running.map((release) => directPath(release, move.target) === 'disputed'),
  upgradesInPlace: ({ running, move }) => (running.every((release) => release >= move.target) ? [false] : undefined),
}

/** Facts that ask for a release and look at nothing but the target. */
const namesOfReleaseFacts = ['supportedSource', 'hasDirectPath', 'clusterStep', 'hostsBeside', 'windows']
const ofReleases: Readonly<Record<string, (move: Uniform, ...values: readonly unknown[]) => unknown>> =
  Object.fromEntries(
    facts.flatMap(({ name, of }) =>
      namesOfReleaseFacts.includes(name) ? [[name, of as unknown as (typeof ofReleases)[string]]] : [],
    ),
  )

/** Over no elements `all` is true and `exists` is false, so that either says the same as a test that is sure. */
function quantified(tree: Tree & { readonly op: 'each' }, context: Context): Values {
  const test = tree.test && valuesOf(tree.test, { ...context, hidden: new Set([...context.hidden, tree.name]) })
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
