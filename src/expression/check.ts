import { nearest } from '../model/nearest.ts'
import { checkCall } from './check-call.ts'
import { checkField } from './check-field.ts'
import type { Environment } from './environment.ts'
import type { Problem } from './problem.ts'
import type { Tree } from './tree.ts'
import { bare, bool, double, dyn, fits, int, join, list, nullType, show, string, type Type } from './type.ts'
import type { Context, Typed } from './typed.ts'

/** Checks names, fields, functions and types of an expression against an environment, also inside `has()`. */
export function check(tree: Tree, environment: Environment): Typed | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const report = (part: Tree, message: string) => problems.push({ message, start: part.at[0], end: part.at[1] })
  const typed = visit(tree, { environment, names: environment.names, report })
  return problems.length > 0 ? { problems } : typed
}

/** Checks one node and what is below it; what is wrong counts as `dyn`, so that it is said once. */
export function visit(tree: Tree, context: Context): Typed {
  switch (tree.op) {
    case 'literal':
      return { tree, type: literalType(tree.value) }
    case 'int':
      return { tree, type: int }
    case 'name':
      return { tree, type: nameType(tree, context) }
    case 'select':
    case 'has':
      return checkField(tree, visit(tree.of, context), context)
    case 'not': {
      const of = wants(bool, tree.of, context)
      return { tree: { ...tree, of }, type: bool }
    }
    case 'and':
    case 'or':
      return {
        tree: { ...tree, left: wants(bool, tree.left, context), right: wants(bool, tree.right, context) },
        type: bool,
      }
    case 'if': {
      const [yes, no] = [visit(tree.yes, context), visit(tree.no, context)]
      return {
        tree: { ...tree, test: wants(bool, tree.test, context), yes: yes.tree, no: no.tree },
        type: join(yes.type, no.type),
      }
    }
    case 'list': {
      const items = tree.items.map((item) => visit(item, context))
      return { tree: { ...tree, items: items.map((item) => item.tree) }, type: list(joined(items)) }
    }
    case 'map': {
      const keys = tree.entries.map(([key]) => visit(key, context))
      const values = tree.entries.map(([, value]) => visit(value, context))
      const entries = keys.map((key, position) => [key.tree, values[position]?.tree ?? key.tree] as const)
      return { tree: { ...tree, entries }, type: { kind: 'map', key: joined(keys), value: joined(values) } }
    }
    case 'call':
      return checkCall(
        tree,
        tree.args.map((argument) => visit(argument, context)),
        context,
      )
    case 'each':
      return checkMacro(tree, context)
  }
}

function literalType(value: string | number | boolean | null): Type {
  if (value === null) return nullType
  if (typeof value === 'boolean') return bool
  return typeof value === 'number' ? double : string
}

function nameType(tree: Tree & { op: 'name' }, { names, report }: Context): Type {
  const type = Object.hasOwn(names, tree.name) ? names[tree.name] : undefined
  if (type) return type
  const near = nearest(tree.name, Object.keys(names))
  report(
    tree,
    `${tree.name} is not known here${near ? `; did you mean ${near}?` : `; the names are ${Object.keys(names).join(', ')}`}`,
  )
  return dyn
}

function wants(wanted: Type, tree: Tree, context: Context): Tree {
  const typed = visit(tree, context)
  if (!fits(typed.type, wanted)) context.report(tree, `this must be a ${show(wanted)}, not a ${show(typed.type)}`)
  return typed.tree
}

function joined(parts: readonly Typed[]): Type {
  return (
    parts.map(({ type }) => type).reduce<Type | undefined>((all, type) => (all ? join(all, type) : type), undefined) ??
    dyn
  )
}

function checkMacro(tree: Tree & { op: 'each' }, context: Context): Typed {
  const of = visit(tree.of, context)
  const element = elementType(tree, bare(of.type), context)
  const inner = { ...context, names: { ...context.names, [tree.name]: element } }
  const test = tree.test && wants(bool, tree.test, inner)
  const value = tree.value && visit(tree.value, inner)
  const checked = { ...tree, of: of.tree, ...(test ? { test } : {}), ...(value ? { value: value.tree } : {}) }
  if (tree.macro === 'filter') return { tree: checked, type: list(element) }
  return { tree: checked, type: tree.macro === 'map' ? list(value?.type ?? dyn) : bool }
}

function elementType(tree: Tree & { op: 'each' }, type: Type, { report }: Context): Type {
  if (type.kind === 'list') return type.of
  if (type.kind === 'map') return type.key
  if (type.kind !== 'dyn') report(tree.of, `${tree.macro}() goes over a list, not over a ${show(type)}`)
  return dyn
}
