import { severityWords } from '../../src/cli/severities.ts'
import { type Release, releases } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { releaseName } from '../../src/report/pretty/words.ts'
import type { RuleFile } from '../../src/rules/rule.ts'

/** The severity of a rule for the targets that this version judges. */
export function severityToday(rule: RuleFile): string {
  return [...new Set(supportedTargets.map((target) => severityWords(rule, { target }) ?? 'none'))].join('; ')
}

/** The severities of a rule by method and phase; for each group of targets where these differ. */
export function severityRows(rule: RuleFile): readonly string[] {
  const byWords = new Map<string, Release[]>()
  for (const target of releases.slice(releases.indexOf('2012R2'))) {
    const words = severityWords(rule, { target }) ?? 'none: the rule does not apply'
    byWords.set(words, [...(byWords.get(words) ?? []), target])
  }
  if (byWords.size === 1) return [...byWords.keys()]
  return [...byWords].map(([words, targets]) => `${words}, for the target ${targets.map(releaseName).join(', ')}`)
}
