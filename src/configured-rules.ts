import type { LintOptions } from './lint-options.ts'
import type { ReportScope, Severity } from './model/report.ts'
import type { Rule } from './rules/rule.ts'

/** The rules that have a say in a run, with the severities that it gives them. */
interface ConfiguredRules {
  readonly rules: readonly Rule[]
  /** Absent where all rules have a say as they are. */
  readonly scope?: ReportScope
}

/** Gives the rules that options ask for, as the configuration has them; what is asked for by name is not turned off. */
export function configuredRules(all: readonly Rule[], { rules, configuration }: LintOptions): ConfiguredRules {
  const settings = configuration?.rules ?? {}
  const wanted = rules?.map((id) => id.toLowerCase())
  const isOff = ({ id }: Rule) => wanted === undefined && settings[id]?.severity === 'off'
  const off = all.filter(isOff).map(({ id }) => id)
  const kept = all.filter((rule) => (wanted ? wanted.includes(rule.id) : !isOff(rule)))
  const levels = kept.flatMap((rule) => {
    const level = settings[rule.id]?.severity
    return level === undefined || level === 'off' || hasOnly(rule, level) ? [] : [[rule.id, level] as const]
  })
  const byId = new Map(levels)
  const scope = {
    ...(wanted || off.length > 0 ? { rules: kept.map(({ id }) => id) } : {}),
    ...(off.length > 0 ? { off } : {}),
    ...(levels.length > 0 ? { levels: Object.fromEntries(levels) } : {}),
  }
  return {
    rules: kept.map((rule) => withLevel(rule, byId.get(rule.id))),
    ...(Object.keys(scope).length > 0 ? { scope } : {}),
  }
}

function hasOnly({ severity }: Rule, level: Severity): boolean {
  return severity.every(({ is }) => is === level)
}

// Each entry keeps its conditions: the configuration says how grave a rule is where it applies, never whether it does.
function withLevel(rule: Rule, level: Severity | undefined): Rule {
  if (level === undefined) return rule
  return { ...rule, severity: rule.severity.map((entry) => ({ ...entry, is: level })) }
}
