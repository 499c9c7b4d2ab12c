import type { Functions } from '../expression/compile.ts'
import { ruleStepLimit, type Scope } from '../expression/scope.ts'
import type { Tree } from '../expression/tree.ts'
import { isStuck } from '../expression/value.ts'
import type { Template } from '../rules/template.ts'
import { compiled } from './compiled.ts'
import { commandWord, sentenceWord } from './word.ts'

/** Fills templates for the part whose values are in a scope. */
interface Filler {
  /** A sentence: values as people read them, `not known` where they are not. */
  readonly sentence: (template: Template, scope: Scope) => string
  /** A command: each value one PowerShell literal, a `<placeholder>` where it is not known. */
  readonly command: (template: Template, scope: Scope) => string
}

/** Prepares to fill templates; each expression is compiled when it is first needed. */
export function filler(functions: Functions): Filler {
  const value = (tree: Tree, scope: Scope): unknown => {
    // A rule that takes too long in its words has had its say all the same.
    if (scope.spent > ruleStepLimit) return undefined
    const result = compiled(tree, functions)(scope)
    return isStuck(result) ? undefined : result
  }
  return {
    sentence: (template, scope) =>
      template.map((piece) => (typeof piece === 'string' ? piece : sentenceWord(value(piece.tree, scope)))).join(''),
    command: (template, scope) =>
      template
        .map((piece) => (typeof piece === 'string' ? piece : commandWord(value(piece.tree, scope), piece.name)))
        .join(''),
  }
}
