import { compile, type Expression, type Functions } from '../expression/compile.ts'
import type { Tree } from '../expression/tree.ts'
import { nameOrder } from '../rules/names.ts'

const known = new WeakMap<Functions, WeakMap<Tree, Expression>>()

/** Compiles an expression of a rule, once for all inventories of a run: all that differs between them is in the scope. */
export function compiled(tree: Tree, functions: Functions): Expression {
  const expressions = known.get(functions) ?? new WeakMap<Tree, Expression>()
  known.set(functions, expressions)
  const expression = expressions.get(tree) ?? compile(tree, nameOrder, functions)
  expressions.set(tree, expression)
  return expression
}
