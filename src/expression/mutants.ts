import type { Tree } from './tree.ts'

/** An expression with one operator changed. */
export interface Mutant {
  readonly tree: Tree
  /** Where the operator stands. */
  readonly at: readonly [number, number]
  /** What was changed into what: `<= to <`. */
  readonly change: string
}

/** Every way to change one comparison, `&&`, `||`, `!`, quantifier, membership or conditional of an expression. */
export function mutants(tree: Tree): readonly Mutant[] {
  return [...ownMutants(tree), ...childMutants(tree)]
}

const comparisons: Readonly<Record<string, readonly string[]>> = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
}
const quantifiers: Readonly<Record<string, 'all' | 'exists'>> = { all: 'exists', exists: 'all', exists_one: 'exists' }

function ownMutants(tree: Tree): readonly Mutant[] {
  const mutant = (changed: Tree, change: string): Mutant => ({ tree: changed, at: tree.at, change })
  switch (tree.op) {
    case 'and':
      return [mutant({ ...tree, op: 'or' }, '&& to ||')]
    case 'or':
      return [mutant({ ...tree, op: 'and' }, '|| to &&')]
    case 'not':
      return [mutant(tree.of, '! left out')]
    case 'if':
      return [mutant({ ...tree, yes: tree.no, no: tree.yes }, '?: turned round')]
    case 'call':
      if (tree.name === 'in') return [mutant({ op: 'not', of: tree, at: tree.at }, 'in to not in')]
      return (comparisons[tree.name] ?? []).map((name) => mutant({ ...tree, name }, `${tree.name} to ${name}`))
    case 'each': {
      const macro = quantifiers[tree.macro]
      if (macro) return [mutant({ ...tree, macro }, `${tree.macro} to ${macro}`)]
      const { test, ...untested } = tree
      return test
        ? [
            mutant(
              { ...untested, test: { op: 'literal', value: true, at: test.at } },
              `condition of ${tree.macro} left out`,
            ),
          ]
        : []
    }
    default:
      return []
  }
}

function childMutants(tree: Tree): readonly Mutant[] {
  const below = (child: Tree, put: (changed: Tree) => Tree): readonly Mutant[] =>
    mutants(child).map((mutant) => ({ ...mutant, tree: put(mutant.tree) }))
  const eachOf = (list: readonly Tree[], put: (changed: readonly Tree[]) => Tree) =>
    list.flatMap((child, index) => below(child, (changed) => put(list.with(index, changed))))
  switch (tree.op) {
    case 'select':
    case 'has':
    case 'not':
      return below(tree.of, (of) => ({ ...tree, of }))
    case 'and':
    case 'or':
      return [...below(tree.left, (left) => ({ ...tree, left })), ...below(tree.right, (right) => ({ ...tree, right }))]
    case 'if':
      return [
        ...below(tree.test, (test) => ({ ...tree, test })),
        ...below(tree.yes, (yes) => ({ ...tree, yes })),
        ...below(tree.no, (no) => ({ ...tree, no })),
      ]
    case 'call':
      return eachOf(tree.args, (args) => ({ ...tree, args }))
    case 'list':
      return eachOf(tree.items, (items) => ({ ...tree, items }))
    case 'map':
      return tree.entries.flatMap(([key, value], index) => [
        ...below(key, (changed) => ({ ...tree, entries: tree.entries.with(index, [changed, value]) })),
        ...below(value, (changed) => ({ ...tree, entries: tree.entries.with(index, [key, changed]) })),
      ])
    case 'each':
      return [
        ...below(tree.of, (of) => ({ ...tree, of })),
        ...(tree.test ? below(tree.test, (test) => ({ ...tree, test })) : []),
        ...(tree.value ? below(tree.value, (value) => ({ ...tree, value })) : []),
      ]
    default:
      return []
  }
}
