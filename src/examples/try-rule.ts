import type { Examples, Rule, RuleFile } from '../rules/rule.ts'
import { lackingOutcomes } from './lacking-outcomes.ts'
import { type Surprise, surprises } from './surprises.ts'
import { type Coverage, coverage } from './undecided-operators.ts'

/** What the examples of a rule show. */
export interface Trial {
  readonly id: string
  readonly examples: number
  readonly surprises: readonly Surprise[]
  /** Absent where an example surprises: it would come out otherwise than it says whatever is changed. */
  readonly coverage?: Coverage
  /** Outcomes that the rule can have and no example shows. */
  readonly lacking: readonly (keyof Examples)[]
}

/** Runs the examples of a rule, and changes each of its operators to see whether one notices. */
export function tryRule(rule: Rule, file: RuleFile): Trial {
  const { examples } = file
  const surprising = surprises(rule, examples)
  return {
    id: rule.id,
    examples: Object.values(examples).reduce((sum, some) => sum + some.length, 0),
    surprises: surprising,
    ...(surprising.length > 0 ? {} : { coverage: coverage(rule, examples) }),
    lacking: lackingOutcomes(file),
  }
}

/** Whether everything comes out as it says and every operator is decided. */
export function isClean({ surprises: surprising, coverage: covered, lacking }: Trial): boolean {
  return surprising.length === 0 && lacking.length === 0 && (covered?.undecided.length ?? 0) === 0
}
