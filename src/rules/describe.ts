import type { Circumstances } from '../inventory/estate.ts'
import type { Remediation, RuleDescriptor, Severity, Source } from '../model/report.ts'
import { severities } from '../model/severity.ts'
import type { Rule, SeverityEntry } from './rule.ts'
import type { Template } from './template.ts'

/** What a report tells of the rules that apply to a run. */
export function describeRules(rules: readonly Rule[], run: Circumstances): readonly RuleDescriptor[] {
  return rules.flatMap((rule) => {
    const severity = gravest(applicable(rule.severity, run))
    const { id, category, title, why } = rule
    const sources = sourcesOf(rule, run)
    return severity === undefined ? [] : [{ id, category, title, why, severity, remediation: unfilled(rule), sources }]
  })
}

/** What Microsoft says on a rule for the target and the method of a run. */
export function sourcesOf(
  { sources }: Pick<Rule, 'sources'>,
  { target, method }: Pick<Circumstances, 'target' | 'method'>,
): readonly Source[] {
  return sources.flatMap(({ targets, methods, ...source }) =>
    (targets?.includes(target) ?? true) && (methods?.includes(method) ?? true) ? [source] : [],
  )
}

/** What to do in general: `<placeholders>` stand where a finding shows names and values. */
export function unfilled({ advice, commands, verify }: Rule): Remediation {
  return {
    text: placeheld(advice),
    ...(commands.length > 0 ? { commands: commands.map(placeheld) } : {}),
    ...(verify.length > 0 ? { verify: verify.map(placeheld) } : {}),
  }
}

function placeheld(template: Template): string {
  return template.map((piece) => (typeof piece === 'string' ? piece : `<${piece.name}>`)).join('')
}

/**
 * The severities that a run's target, method and phase leave, in order; none where the rule does not apply. What follows an
 * entry that fits every part decides nothing.
 */
export function applicable<Entry extends SeverityEntry<unknown>>(
  entries: readonly Entry[],
  run: Pick<Circumstances, 'target' | 'method' | 'phase'>,
): readonly Entry[] {
  const fitting = entries.filter(
    ({ phases, methods, targets }) =>
      (phases?.includes(run.phase) ?? true) &&
      (methods?.includes(run.method) ?? true) &&
      (targets?.includes(run.target) ?? true),
  )
  const last = fitting.findIndex(({ when }) => when === undefined)
  return last < 0 ? fitting : fitting.slice(0, last + 1)
}

/** The gravest of some severities. */
export function gravest(entries: readonly SeverityEntry<unknown>[]): Severity | undefined {
  return severities.find((severity) => entries.some(({ is }) => is === severity))
}
