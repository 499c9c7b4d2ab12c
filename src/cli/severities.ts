import type { Method, Phase, Release, Severity } from '../model/report.ts'
import type { CatalogueRule } from './catalogue.ts'

/** A severity that a rule has for one method in one phase. */
interface Case {
  readonly method: Method
  readonly phase: Phase
  readonly severity: Severity | undefined
}

/** The migration that is asked about; what is left out may be anything. */
export interface Question {
  readonly target?: Release
  readonly method?: Method
  readonly phase?: Phase
}

const methods = ['migrate', 'in-place'] as const satisfies readonly Method[]
const phases = ['before', 'during', 'after'] as const satisfies readonly Phase[]

/**
 * Says which severity a rule has and where: `error`, or `error (migrate), info (in-place)`.
 * Undefined where the rule does not apply to such a migration.
 */
export function severityWords(rule: CatalogueRule, question: Question): string | undefined {
  const cases = casesOf(rule, question)
  const severities = new Set(cases.map(({ severity }) => severity))
  const words = (['error', 'warning', 'info'] as const)
    .filter((severity) => severities.has(severity))
    .map((severity) => (severities.size === 1 ? severity : `${severity} (${where(severity, cases)})`))
  return words.length === 0 ? undefined : words.join(', ')
}

function casesOf(rule: CatalogueRule, { target, method, phase }: Question): readonly Case[] {
  const entries = typeof rule.severity === 'string' ? [{ is: rule.severity }] : rule.severity
  return (method === undefined ? methods : [method]).flatMap((oneMethod) =>
    (phase === undefined ? phases : [phase]).map((onePhase) => ({
      method: oneMethod,
      phase: onePhase,
      severity: entries.find(
        (entry) => admits(entry.targets, target) && admits(entry.methods, oneMethod) && admits(entry.phases, onePhase),
      )?.is,
    })),
  )
}

function admits<T>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || value === undefined || list.includes(value)
}

// Names the phase or the method alone where the other makes no difference.
function where(severity: Severity, cases: readonly Case[]): string {
  const chosen = cases.filter((one) => one.severity === severity)
  const inPhases = phases.filter((phase) => chosen.some((one) => one.phase === phase))
  const inMethods = methods.filter((method) => chosen.some((one) => one.method === method))
  const isWhole = (some: readonly Case[]) => some.every((one) => one.severity === severity)
  if (isWhole(cases.filter((one) => inPhases.includes(one.phase)))) return inPhases.join(', ')
  if (isWhole(cases.filter((one) => inMethods.includes(one.method)))) return inMethods.join(', ')
  return chosen.map((one) => `${one.method} ${one.phase}`).join(', ')
}
