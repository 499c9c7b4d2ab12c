import { compile, type Expression, type Functions } from '../expression/compile.ts'
import type { Tree } from '../expression/tree.ts'
import { children } from '../expression/tree.ts'
import type { Circumstances } from '../inventory/estate.ts'
import { applicable } from '../rules/describe.ts'
import { nameOrder, names } from '../rules/names.ts'
import type { Rule, SeverityEntry } from '../rules/rule.ts'

/** A rule that is ready to be held against parts: its conditions compiled. */
export interface PreparedRule {
  readonly rule: Rule
  readonly when?: Expression
  readonly require: Expression
  /** The severities that this run's target, method and phase leave, in order. */
  readonly severities: readonly SeverityEntry<Expression>[]
  /** Whether a condition asks for the logical name of the part. */
  readonly namesSubject: boolean
}

/** Compiles a rule for a run; undefined where it does not apply to the run's target, method and phase. */
export function prepare(rule: Rule, run: Circumstances, functions: Functions): PreparedRule | undefined {
  const entries = applicable(rule.severity, run)
  if (entries.length === 0) return undefined
  const compiled = (tree: Tree) => compile(tree, nameOrder, functions)
  const severities = entries.map(({ when, ...entry }) => ({ ...entry, ...(when ? { when: compiled(when) } : {}) }))
  const conditions = [rule.require, ...(rule.when ? [rule.when] : []), ...entries.flatMap(({ when }) => when ?? [])]
  return {
    rule,
    ...(rule.when ? { when: compiled(rule.when) } : {}),
    require: compiled(rule.require),
    severities,
    namesSubject: conditions.some(speaksOfSubject),
  }
}

function speaksOfSubject(tree: Tree): boolean {
  return (tree.op === 'name' && tree.name === names.subject) || children(tree).some(speaksOfSubject)
}
