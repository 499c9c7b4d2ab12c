import type { LintOptions } from './lint-options.ts'
import { timestampOf } from './model/instant.ts'
import { methods, phases, releases } from './model/report.ts'
import { severities } from './model/severity.ts'
import { show } from './model/show.ts'
import { supportedTargets, targetProblem } from './model/targets.ts'
import { unknownRule } from './rules/no-such-rule.ts'

/**
 * Says what makes options unusable; undefined where nothing does. JavaScript has no types: a severity that does not exist
 * would be reached by no finding, and an id that does not exist would leave nothing to judge by.
 */
export function optionProblem(options: LintOptions, ids: readonly string[]): string | undefined {
  const { asOf, target, method, phase, failOn, rules } = options
  if (timestampOf(asOf) === undefined) return `asOf is ${show(asOf)}; it must be a day such as 2026-11-24`
  return (
    targetMisuse(target) ??
    oneOf('method', method, methods) ??
    oneOf('phase', phase, phases) ??
    oneOf('failOn', failOn, severities) ??
    rulesProblem(rules, ids)
  )
}

/** What is no target says why; what is no release says which there are. */
function targetMisuse(target: LintOptions['target']): string | undefined {
  const release = releases.find((one) => one === target)
  return release ? targetProblem(release, `target ${release}`) : oneOf('target', target, [...supportedTargets, 'all'])
}

function oneOf<T>(name: keyof LintOptions, value: T | undefined, choices: readonly T[]): string | undefined {
  if (value === undefined || choices.includes(value)) return undefined
  return `${name} is ${show(value)}; it must be one of ${choices.join(', ')}`
}

function rulesProblem(rules: readonly string[] | undefined, ids: readonly string[]): string | undefined {
  if (rules?.length === 0) return 'rules names no rule; leave it out to judge by all of them'
  return unknownRule(rules ?? [], ids)
}
