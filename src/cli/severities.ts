import { groupBy } from '../model/group-by.ts'
import { type Method, methods, type Phase, phases, type Release, type Severity } from '../model/report.ts'
import { severities } from '../model/severity.ts'
import { supportedTargets } from '../model/targets.ts'
import { whichReleases } from '../model/which-releases.ts'
import type { Page } from '../report/pretty/page.ts'
import type { RuleFile } from '../rules/rule.ts'

/** The severities that a rule can have for one method in one phase: `error`, or `error or warning` where that depends on the part. */
interface Case {
  readonly method: Method
  readonly phase: Phase
  readonly severity: string
}

/** The migration that is asked about; what is left out may be anything. */
export interface Question {
  readonly target?: Release
  readonly method?: Method
  readonly phase?: Phase
}

/**
 * Says which severity a rule has and where: `error`, or `error (migrate), info (in-place)`.
 * Undefined where the rule does not apply to such a migration.
 */
export function severityWords(rule: RuleFile, question: Question): string | undefined {
  const cases = casesOf(rule, question)
  const kinds = [...new Set(cases.map(({ severity }) => severity))]
  const words = severities.flatMap((severity) =>
    kinds
      .filter((kind) => kind.startsWith(severity))
      .map((kind) => (kinds.length === 1 ? kind : `${kind} (${where(kind, cases)})`)),
  )
  return words.length === 0 ? undefined : words.join(', ')
}

/**
 * The same for each group of targets that it differs between: `warning for 2012 R2; error (migrate) for 2016 and later`.
 */
export function severityByTarget(rule: RuleFile, question: Question): string | undefined {
  if (question.target !== undefined) return severityWords(rule, question)
  const groups = groupBy(
    supportedTargets.flatMap((target) => {
      const words = severityWords(rule, { ...question, target })
      return words === undefined ? [] : [{ target, words }]
    }),
    ({ words }) => words,
  )
  const parts = groups.map((group) => {
    const targets = whichReleases(
      group.map(({ target }) => target),
      supportedTargets,
    )
    return group.length === supportedTargets.length ? group[0]?.words : `${group[0]?.words} for ${targets}`
  })
  return parts.length === 0 ? undefined : parts.join('; ')
}

/** Colours words of `severityWords` by the severity that they begin with. */
export function paintSeverity(words: string, page: Page): string {
  const severity = severities.find((one) => words.trimStart().startsWith(one))
  return severity === undefined ? words : page.severity[severity](words)
}

function casesOf(rule: RuleFile, { target, method, phase }: Question): readonly Case[] {
  return (method === undefined ? methods : [method]).flatMap((oneMethod) =>
    (phase === undefined ? phases : [phase]).map((onePhase) => ({
      method: oneMethod,
      phase: onePhase,
      severity: possible(rule, { ...(target && { target }), method: oneMethod, phase: onePhase }).join(' or '),
    })),
  )
}

// The first entry that fits decides, but for one that asks about the part: then a later one may.
function possible({ severity }: RuleFile, { target, method, phase }: Question): readonly Severity[] {
  if (typeof severity === 'string') return [severity]
  const fitting = severity.filter(
    (entry) => admits(entry.targets, target) && admits(entry.methods, method) && admits(entry.phases, phase),
  )
  const decisive = fitting.findIndex((entry) => entry.when === undefined)
  const considered = decisive < 0 ? fitting : fitting.slice(0, decisive + 1)
  return severities.filter((one) => considered.some(({ is }) => is === one))
}

function admits<T>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || value === undefined || list.includes(value)
}

// Names the phases or the methods alone where the other makes no difference.
function where(severity: string, cases: readonly Case[]): string {
  const chosen = cases.filter((one) => one.severity === severity)
  const inPhases = phases.filter((phase) => chosen.some((one) => one.phase === phase))
  const inMethods = methods.filter((method) => chosen.some((one) => one.method === method))
  const isWhole = (some: readonly Case[]) => some.every((one) => one.severity === severity)
  if (isWhole(cases.filter((one) => inPhases.includes(one.phase)))) return inPhases.join(', ')
  if (isWhole(cases.filter((one) => inMethods.includes(one.method)))) return inMethods.join(', ')
  return chosen.map((one) => `${one.method} ${one.phase}`).join(', ')
}
