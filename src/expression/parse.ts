import { type ASTNode, ParseError, parse as parseCel } from '@marcbachmann/cel-js'
import type { Problem } from './problem.ts'
import type { Macro, Tree } from './tree.ts'

/** Reads CEL text into a tree. This module is the only one that knows the CEL package. */
export function parse(text: string): { readonly tree: Tree } | { readonly problems: readonly Problem[] } {
  try {
    const { ast } = parseCel(text)
    refuseDepth(ast)
    return { tree: treeOf(ast) }
  } catch (error) {
    if (error instanceof ParseError) return { problems: [problemOf(error, text)] }
    if (error instanceof Unsupported) return { problems: [error.problem] }
    // The parser limits how deep brackets go, but not how many `!` or `-` follow each other.
    if (error instanceof RangeError) return { problems: [{ message: tooDeep, start: 0, end: text.length }] }
    throw error
  }
}

class Unsupported extends Error {
  readonly problem: Problem

  constructor(node: ASTNode, message: string) {
    super(message)
    this.problem = { message, start: node.start, end: node.end }
  }
}

const macros: ReadonlySet<string> = new Set<Macro>(['all', 'exists', 'exists_one', 'filter', 'map'])

const tooDeep = 'the expression is too long or nested too deeply; take it apart'
const deepest = 500

/** What follows must not run out of stack, whatever a stranger's rule says. */
function refuseDepth(ast: ASTNode): void {
  let level: readonly ASTNode[] = [ast]
  for (let depth = 0; level.length > 0; depth++) {
    const [node] = level
    if (node && depth > deepest) throw new Unsupported(node, tooDeep)
    level = level.flatMap(({ args }): readonly unknown[] => [args].flat(3)).filter(isNode)
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value
}

function problemOf(error: ParseError, text: string): Problem {
  const { start, end } = error.range ?? { start: 0, end: text.length }
  if (error.code === 'limit_exceeded') return { message: tooDeep, start, end }
  return { message: error.summary.replace(/\b[A-Z]{2,}\b/g, (token) => tokens.get(token) ?? token), start, end }
}

/** The parser's names of tokens as an author knows them. */
const tokens: ReadonlyMap<string, string> = new Map([
  ['EOF', 'the end'],
  ['LPAREN', '('],
  ['RPAREN', ')'],
  ['LBRACKET', '['],
  ['RBRACKET', ']'],
  ['LBRACE', '{'],
  ['RBRACE', '}'],
  ['DOT', '.'],
  ['COMMA', ','],
  ['COLON', ':'],
  ['QUESTION', '?'],
  ['IDENTIFIER', 'a name'],
])

function treeOf(node: ASTNode): Tree {
  const at = [node.start, node.end] as const
  switch (node.op) {
    case 'value':
      return literalOf(node, at)
    case 'id':
      return { op: 'name', name: node.args, at }
    case '.':
      return { op: 'select', of: treeOf(node.args[0]), field: node.args[1], at }
    case '[]':
      return { op: 'call', name: '[]', args: node.args.map(treeOf), at }
    case 'call':
      return callOf(node, at)
    case 'rcall':
      return methodOf(node, at)
    case 'list':
      return { op: 'list', items: node.args.map(treeOf), at }
    case 'map':
      return { op: 'map', entries: node.args.map(([key, value]) => [treeOf(key), treeOf(value)] as const), at }
    case '?:':
      return { op: 'if', test: treeOf(node.args[0]), yes: treeOf(node.args[1]), no: treeOf(node.args[2]), at }
    case '||':
      return { op: 'or', left: treeOf(node.args[0]), right: treeOf(node.args[1]), at }
    case '&&':
      return { op: 'and', left: treeOf(node.args[0]), right: treeOf(node.args[1]), at }
    case '!_':
      return { op: 'not', of: treeOf(node.args), at }
    case '-_':
      return negativeOf(node.args, at)
    case '.?':
    case '[?]':
      throw new Unsupported(node, 'optional fields are not supported')
    default:
      return { op: 'call', name: node.op, args: node.args.map(treeOf), at }
  }
}

type At = readonly [number, number]
type NodeOf<Op> = Extract<ASTNode, { op: Op }>

function literalOf(node: NodeOf<'value'>, at: At): Tree {
  const value = node.args
  if (typeof value === 'bigint') return { op: 'int', value: inRange(node, value).toString(), at }
  if (value === null || typeof value !== 'object') return { op: 'literal', value, at }
  throw new Unsupported(node, 'uint and bytes are not supported')
}

function negativeOf(of: ASTNode, at: At): Tree {
  if (of.op === 'value' && typeof of.args === 'bigint')
    return { op: 'int', value: inRange(of, -of.args).toString(), at }
  return { op: 'call', name: '-_', args: [treeOf(of)], at }
}

function inRange(node: ASTNode, value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new Unsupported(node, `${value} is too large for an int`)
  return value
}

function callOf(node: NodeOf<'call'>, at: At): Tree {
  const [name, args] = node.args
  if (name !== 'has') return { op: 'call', name, args: args.map(treeOf), at }
  const [argument] = args
  if (args.length !== 1 || argument?.op !== '.')
    throw new Unsupported(node, 'has() takes one field, such as has(it.name)')
  return { op: 'has', of: treeOf(argument.args[0]), field: argument.args[1], at }
}

function methodOf(node: NodeOf<'rcall'>, at: At): Tree {
  const [name, receiver, args] = node.args
  if (!macros.has(name)) return { op: 'call', name, args: [receiver, ...args].map(treeOf), method: true, at }
  const [variable, first, second] = args
  if (variable?.op !== 'id' || first === undefined || args.length > (name === 'map' ? 3 : 2)) {
    throw new Unsupported(node, `${name}() takes a name and a condition, such as list.${name}(x, x != '')`)
  }
  const each = { op: 'each', macro: name as Macro, of: treeOf(receiver), name: variable.args, at } as const
  if (name !== 'map') return { ...each, test: treeOf(first) }
  return second === undefined
    ? { ...each, value: treeOf(first) }
    : { ...each, test: treeOf(first), value: treeOf(second) }
}
