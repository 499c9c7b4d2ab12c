import type { Baseline } from './baseline/baseline.ts'
import type { Configuration, Suppression } from './configuration/configuration.ts'
import type { LintOptions } from './lint-options.ts'
import { isDay, timestampOf } from './model/instant.ts'
import { unknownRule } from './model/no-such-rule.ts'
import { methods, phases, releases } from './model/report.ts'
import { severities } from './model/severity.ts'
import { show } from './model/show.ts'
import { supportedTargets, targetProblem } from './model/targets.ts'

/**
 * Says what makes options unusable; undefined where nothing does. JavaScript has no types: a severity that does not exist
 * would be reached by no finding, and an id that does not exist would leave nothing to judge by.
 */
export function optionProblem(options: LintOptions, ids: readonly string[]): string | undefined {
  const { asOf, target, method, phase, failOn, rules } = options
  if (timestampOf(asOf) === undefined) return `asOf is ${show(asOf)}; it must be a day such as 2026-11-24`
  return (
    oneOf('target', target, releases) ??
    oneOf('method', method, methods) ??
    oneOf('phase', phase, phases) ??
    oneOf('failOn', failOn, severities) ??
    (target === undefined ? undefined : targetProblem(target, `target ${target}`, supportedTargets)) ??
    rulesProblem(rules, ids) ??
    configurationProblem(options.configuration ?? {}, ids) ??
    baselineProblem(options.baseline) ??
    mostProblem(options.maxSuppressions)
  )
}

function configurationProblem(configuration: Configuration, ids: readonly string[]): string | undefined {
  const { target, method, phase, failOn, rules = {}, suppressions } = configuration
  const levels = Object.values(rules).map(({ severity }) => severity)
  return (
    oneOf('configuration.target', target, releases) ??
    oneOf('configuration.method', method, methods) ??
    oneOf('configuration.phase', phase, phases) ??
    oneOf('configuration.failOn', failOn, severities) ??
    levels.map((level) => oneOf('configuration.rules', level, [...severities, 'off'])).find((problem) => problem) ??
    unknownRule([...Object.keys(rules), ...(suppressions || []).map(({ rule }) => rule)], ids) ??
    (ids.every((id) => rules[id]?.severity === 'off')
      ? 'configuration.rules turns every rule off; leave one on'
      : undefined) ??
    (suppressions || []).map(suppressionProblem).find((problem) => problem !== undefined)
  )
}

function suppressionProblem({ rule, subject, pointer, reason, expires }: Suppression): string | undefined {
  const wrong = `configuration.suppressions: that of ${rule}`
  if (!/\S/.test(reason ?? '')) return `${wrong} has no reason; say why it is taken on`
  if ((subject === undefined) === (pointer === undefined)) return `${wrong} needs a subject or a pointer, one of them`
  return expires === undefined || isDay(expires) ? undefined : `${wrong} expires on ${show(expires)}, which is no day`
}

function baselineProblem(baseline: Baseline | undefined): string | undefined {
  const isOne =
    baseline === undefined ||
    (Array.isArray(baseline.inventories) && baseline.inventories.every(({ findings }) => Array.isArray(findings)))
  return isOne ? undefined : 'baseline has no inventories with findings; give what --write-baseline writes'
}

function mostProblem(most: number | undefined): string | undefined {
  if (most === undefined || (Number.isSafeInteger(most) && most >= 0)) return undefined
  return `maxSuppressions is ${show(most)}; it must be a whole number, 0 or more`
}

function oneOf<T>(name: string, value: T | undefined, choices: readonly T[]): string | undefined {
  if (value === undefined || choices.includes(value)) return undefined
  return `${name} is ${show(value)}; it must be one of ${choices.join(', ')}`
}

function rulesProblem(rules: readonly string[] | undefined, ids: readonly string[]): string | undefined {
  if (rules?.length === 0) return 'rules names no rule; leave it out to judge by all of them'
  return unknownRule(rules ?? [], ids)
}
