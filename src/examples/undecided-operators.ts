import { type Mutant, mutants } from '../expression/mutants.ts'
import type { Examples, Rule } from '../rules/rule.ts'
import { surprises } from './surprises.ts'

/** An operator of a rule's condition that no example decides: changed alone, every example comes out as before. */
export interface UndecidedOperator {
  /** The field of the rule file that holds the condition. */
  readonly field: string
  readonly at: readonly [number, number]
  readonly change: string
}

/** How many ways there are to change one operator of a rule's conditions, and which of them no example notices. */
export interface Coverage {
  readonly mutants: number
  readonly undecided: readonly UndecidedOperator[]
}

/** Changes each operator of a rule's conditions alone, and runs the examples on what comes of it. */
export function coverage(rule: Rule, examples: Examples): Coverage {
  const changed = variants(rule)
  const undecided = changed.filter(({ rule: variant }) => surprises(variant, examples, 1).length === 0)
  return {
    mutants: changed.length,
    undecided: undecided.map(({ field, mutant }) => ({ field, at: mutant.at, change: mutant.change })),
  }
}

interface Variant {
  readonly rule: Rule
  readonly field: string
  readonly mutant: Mutant
}

function variants(rule: Rule): readonly Variant[] {
  const { when, require, severity } = rule
  return [
    ...(when ? mutants(when).map((mutant) => ({ field: 'when', mutant, rule: { ...rule, when: mutant.tree } })) : []),
    ...mutants(require).map((mutant) => ({ field: 'require', mutant, rule: { ...rule, require: mutant.tree } })),
    ...severity.flatMap((entry, index) =>
      (entry.when ? mutants(entry.when) : []).map((mutant) => ({
        field: `severity/${index}/when`,
        mutant,
        rule: { ...rule, severity: severity.with(index, { ...entry, when: mutant.tree }) },
      })),
    ),
  ]
}
