/**
 * The syntax tree of an expression, as plain data that JSON can carry. `at` is where the node begins and ends in the
 * expression's text. `reads` and `planned` are filled in by the type check.
 */
export type Tree =
  | (Node & { readonly op: 'literal'; readonly value: string | number | boolean | null })
  | (Node & { readonly op: 'int'; readonly value: string })
  | (Node & { readonly op: 'name'; readonly name: string })
  | (Node & {
      readonly op: 'select' | 'has'
      readonly of: Tree
      readonly field: string
      /** How the inventory writes the value, where that is not how CEL holds it. */
      readonly reads?: 'int' | 'timestamp'
      /** The field belongs to the planner's own section, where absent means not planned. */
      readonly planned?: true
    })
  | (Node & { readonly op: 'and' | 'or'; readonly left: Tree; readonly right: Tree })
  | (Node & { readonly op: 'not'; readonly of: Tree })
  | (Node & { readonly op: 'if'; readonly test: Tree; readonly yes: Tree; readonly no: Tree })
  | (Node & { readonly op: 'call'; readonly name: string; readonly args: readonly Tree[]; readonly method?: true })
  | (Node & { readonly op: 'list'; readonly items: readonly Tree[] })
  | (Node & { readonly op: 'map'; readonly entries: readonly (readonly [Tree, Tree])[] })
  | (Node & {
      readonly op: 'each'
      readonly macro: Macro
      readonly of: Tree
      readonly name: string
      /** The condition on an element; for `map` with two arguments the value instead, for three both. */
      readonly test?: Tree
      readonly value?: Tree
    })

export type Macro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map'

interface Node {
  readonly at: readonly [start: number, end: number]
}

/** The nodes directly below a node, in the order of the text. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.op) {
    case 'select':
    case 'has':
    case 'not':
      return [tree.of]
    case 'and':
    case 'or':
      return [tree.left, tree.right]
    case 'if':
      return [tree.test, tree.yes, tree.no]
    case 'call':
      return tree.args
    case 'list':
      return tree.items
    case 'map':
      return tree.entries.flat()
    case 'each':
      return [tree.of, ...(tree.test ? [tree.test] : []), ...(tree.value ? [tree.value] : [])]
    default:
      return []
  }
}
