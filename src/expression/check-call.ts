import { nearest } from '../model/nearest.ts'
import type { Overload } from './functions/builtin.ts'
import { patternProblem } from './functions/matches.ts'
import type { Tree } from './tree.ts'
import { bare, dyn, fits, join, show, type Type } from './type.ts'
import type { Context, Typed } from './typed.ts'

type Call = Tree & { op: 'call' }

/** Checks a call of a function or operator: it must be known, and take operands of these types. */
export function checkCall(tree: Call, args: readonly Typed[], context: Context): Typed {
  const checked = { ...tree, args: args.map((argument) => argument.tree) }
  const overloads = overloadsOf(tree, context)
  if (!overloads) return { tree: checked, type: dyn }
  const types = args.map(({ type }) => type)
  const candidates = overloads.filter(
    ({ takes, method }) =>
      (isOperator(tree.name) || !method === !tree.method) &&
      takes.length === types.length &&
      takes.every((type, position) => fits(types[position] ?? dyn, type)),
  )
  if (candidates.length === 0) context.report(tree, `${tree.name} does not take (${types.map(show).join(', ')})`)
  const problem = wordProblem(tree, types) ?? pattern(tree)
  if (problem) context.report(tree, problem)
  const [only, ...others] = candidates
  return {
    tree: checked,
    type: only && others.every(({ gives }) => gives.kind === only.gives.kind) ? resultOf(tree, only, types) : dyn,
  }
}

function overloadsOf(
  tree: Call,
  { environment: { builtins, hosts }, report }: Context,
): readonly Overload[] | undefined {
  const found = Object.hasOwn(builtins, tree.name)
    ? builtins[tree.name]?.overloads
    : Object.hasOwn(hosts, tree.name)
      ? hosts[tree.name]
      : undefined
  if (found) return found
  const near = nearest(tree.name, [...Object.keys(builtins), ...Object.keys(hosts)])
  report(tree, `there is no function ${tree.name}()${near ? `; did you mean ${near}()?` : ''}`)
  return undefined
}

function isOperator(name: string): boolean {
  return !/^[a-z]{3,}/i.test(name)
}

/** Lists keep their element type through `+` and `[]`, which are declared for lists of anything. */
function resultOf(tree: Call, { gives }: Overload, [first, second]: readonly Type[]): Type {
  const type = first && bare(first)
  if (tree.name === '+' && type?.kind === 'list') return second ? join(type, bare(second)) : type
  if (tree.name === '[]' && type?.kind === 'list') return type.of
  return tree.name === '[]' && type?.kind === 'map' ? type.value : gives
}

/** Operands of `==`, `!=` and `in` that can never be equal: other types, or a word that an enumeration does not have. */
function wordProblem(tree: Call, [one, other]: readonly Type[]): string | undefined {
  if (!one || !other || !['==', '!=', 'in'].includes(tree.name)) return undefined
  const right = tree.name === 'in' ? elementOf(bare(other)) : other
  if (!comparable(one, right)) return `a ${show(one)} never equals a ${show(right)}`
  const [left, ...rights] = tree.args
  const literals = tree.name === 'in' && rights[0]?.op === 'list' ? rights[0].items : rights
  return strayWord(bare(one), literals) ?? strayWord(bare(right), left ? [left] : [])
}

function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.of : type.kind === 'map' ? type.key : dyn
}

function comparable(one: Type, other: Type): boolean {
  if (one.kind === 'null') return other.kind === 'nullable' || other.kind === 'null' || other.kind === 'dyn'
  if (other.kind === 'null') return comparable(other, one)
  return fits(bare(one), bare(other)) || fits(bare(other), bare(one))
}

function strayWord(type: Type, literals: readonly Tree[]): string | undefined {
  const words = type.kind === 'string' ? type.words : undefined
  const stray =
    words &&
    literals.find((tree) => tree.op === 'literal' && typeof tree.value === 'string' && !words.includes(tree.value))
  if (!words || stray?.op !== 'literal') return undefined
  const near = nearest(String(stray.value), words)
  return `it is never '${stray.value}'${near ? `; did you mean '${near}'?` : `; it is one of ${words.join(', ')}`}`
}

function pattern(tree: Call): string | undefined {
  const expression = tree.name === 'matches' ? tree.args.at(-1) : undefined
  return expression?.op === 'literal' && typeof expression.value === 'string'
    ? patternProblem(expression.value)
    : undefined
}
