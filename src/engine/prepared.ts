import type { Expression, Functions } from '../expression/compile.ts'
import type { Tree } from '../expression/tree.ts'
import { children } from '../expression/tree.ts'
import type { Circumstances } from '../inventory/estate.ts'
import { applicable } from '../rules/describe.ts'
import { names } from '../rules/names.ts'
import type { Rule, SeverityEntry } from '../rules/rule.ts'
import { compiled } from './compiled.ts'

/** What of a part is worked out only for those who ask. */
export interface Asked {
  readonly subject: boolean
  readonly parent: boolean
}

/** A rule that is ready to be held against parts: its conditions compiled. */
export interface PreparedRule {
  readonly when?: Expression
  readonly require: Expression
  /** The severities that this run's target, method and phase leave, in order. */
  readonly severities: readonly SeverityEntry<Expression>[]
  /** Whether a condition asks for the logical name of the part, and for the object that holds it. */
  readonly asks: Asked
}

const ready = new WeakMap<Functions, WeakMap<Rule, Map<string, PreparedRule | undefined>>>()

/** Makes a rule ready for a run, once for all runs alike; undefined where it does not apply to target, method and phase. */
export function prepare(rule: Rule, run: Circumstances, functions: Functions): PreparedRule | undefined {
  const rules = ready.get(functions) ?? new WeakMap<Rule, Map<string, PreparedRule | undefined>>()
  const runs = rules.get(rule) ?? new Map<string, PreparedRule | undefined>()
  const key = `${run.target} ${run.method} ${run.phase}`
  if (!runs.has(key)) {
    ready.set(functions, rules)
    rules.set(rule, runs)
    runs.set(key, prepareAnew(rule, run, functions))
  }
  return runs.get(key)
}

function prepareAnew(rule: Rule, run: Circumstances, functions: Functions): PreparedRule | undefined {
  const entries = applicable(rule.severity, run)
  if (entries.length === 0) return undefined
  const severities = entries.map(({ when, ...entry }) => ({
    ...entry,
    ...(when ? { when: lazily(when, functions) } : {}),
  }))
  return {
    ...(rule.when ? { when: lazily(rule.when, functions) } : {}),
    require: lazily(rule.require, functions),
    severities,
    asks: asked(rule),
  }
}

/** Compiles a condition when it is first asked: most rules find no part to look at in a small deployment. */
function lazily(tree: Tree, functions: Functions): Expression {
  let expression: Expression | undefined
  return (scope) => {
    expression ??= compiled(tree, functions)
    return expression(scope)
  }
}

function asked({ require, when, severity }: Rule): Asked {
  const conditions = [require, ...(when ? [when] : []), ...severity.flatMap((entry) => entry.when ?? [])]
  return {
    subject: conditions.some((tree) => speaksOf(tree, names.subject)),
    parent: conditions.some((tree) => speaksOf(tree, names.parent)),
  }
}

function speaksOf(tree: Tree, name: string): boolean {
  return (tree.op === 'name' && tree.name === name) || children(tree).some((child) => speaksOf(child, name))
}
