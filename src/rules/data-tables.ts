import type { Tree } from '../expression/tree.ts'
import { nearest } from '../model/nearest.ts'

/** Tables that rules of a pack may name as `data.<name>`: plain data of YAML, by name. */
export type DataTables = ReadonlyMap<string, unknown>

/** What is wrong with a name behind `data`, and where in the expression. */
interface DataProblem {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** Puts the tables themselves in the place of `data.<name>`, so that whatever checks and compiles the tree needs to know nothing of them. */
export function withTables(tree: Tree, tables: DataTables, report: (problem: DataProblem) => void): Tree {
  const inside = (one: Tree): Tree => withTables(one, tables, report)
  switch (tree.op) {
    case 'select':
      return isData(tree.of) ? tableAt(tree.field, tree.at, tables, report) : { ...tree, of: inside(tree.of) }
    case 'has':
    case 'not':
      return { ...tree, of: inside(tree.of) }
    case 'and':
    case 'or':
      return { ...tree, left: inside(tree.left), right: inside(tree.right) }
    case 'if':
      return { ...tree, test: inside(tree.test), yes: inside(tree.yes), no: inside(tree.no) }
    case 'call':
      return { ...tree, args: tree.args.map(inside) }
    case 'list':
      return { ...tree, items: tree.items.map(inside) }
    case 'map':
      return { ...tree, entries: tree.entries.map(([key, value]) => [inside(key), inside(value)] as const) }
    case 'each': {
      // Within a macro its own name hides the tables.
      const within = tree.name === 'data' ? (one: Tree) => one : inside
      return {
        ...tree,
        of: inside(tree.of),
        ...(tree.test ? { test: within(tree.test) } : {}),
        ...(tree.value ? { value: within(tree.value) } : {}),
      }
    }
    default:
      return tree
  }
}

function isData(tree: Tree): boolean {
  return tree.op === 'name' && tree.name === 'data'
}

function tableAt(field: string, at: Tree['at'], tables: DataTables, report: (problem: DataProblem) => void): Tree {
  if (tables.has(field)) return treeOf(tables.get(field), at)
  const [start, end] = at
  const near = nearest(field, tables.keys())
  const names = [...tables.keys()].sort().join(', ')
  const advice = near === undefined ? `there are ${names || 'none'}` : `did you mean data.${near}?`
  report({ message: `the pack has no table data.${field}; ${advice}`, start, end })
  return { op: 'literal', value: null, at }
}

function treeOf(value: unknown, at: Tree['at']): Tree {
  if (Array.isArray(value)) return { op: 'list', items: value.map((item) => treeOf(item, at)), at }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { op: 'int', value: String(value), at }
  if (typeof value !== 'object' || value === null) return { op: 'literal', value: scalar(value), at }
  const entries = Object.entries(value).map(
    ([key, one]) => [{ op: 'literal', value: key, at } as const, treeOf(one, at)] as const,
  )
  return { op: 'map', entries, at }
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
