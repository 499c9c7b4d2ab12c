import type { Expression, Functions } from '../expression/compile.ts'
import type { Tree } from '../expression/tree.ts'
import { children } from '../expression/tree.ts'
import type { Circumstances } from '../inventory/estate.ts'
import { applicable } from '../rules/describe.ts'
import { names } from '../rules/names.ts'
import type { Rule, SeverityEntry } from '../rules/rule.ts'
import { compiled } from './compiled.ts'

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
  const severities = entries.map(({ when, ...entry }) => ({
    ...entry,
    ...(when ? { when: compiled(when, functions) } : {}),
  }))
  return {
    rule,
    ...(rule.when ? { when: compiled(rule.when, functions) } : {}),
    require: compiled(rule.require, functions),
    severities,
    namesSubject: namesSubject(rule),
  }
}

const known = new WeakMap<Rule, boolean>()

function namesSubject(rule: Rule): boolean {
  const { require, when, severity } = rule
  const conditions = [require, ...(when ? [when] : []), ...severity.flatMap((entry) => entry.when ?? [])]
  const answer = known.get(rule) ?? conditions.some(speaksOfSubject)
  known.set(rule, answer)
  return answer
}

function speaksOfSubject(tree: Tree): boolean {
  return (tree.op === 'name' && tree.name === names.subject) || children(tree).some(speaksOfSubject)
}
