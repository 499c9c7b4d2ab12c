import type { Scope } from '../expression/scope.ts'
import { Fault, stuck } from '../expression/value.ts'
import type { Severity } from '../model/report.ts'
import { reaches } from '../model/severity.ts'
import { Unknown } from '../model/unknown.ts'
import type { PreparedRule } from './prepared.ts'

/** What a rule says of one part. */
export type Outcome =
  | { readonly kind: 'pass' | 'notApplicable' }
  | { readonly kind: 'fail'; readonly severity: Severity }
  | { readonly kind: 'undecided'; readonly severity: Severity; readonly missing: Unknown }
  | { readonly kind: 'fault'; readonly reason: string }

const pass: Outcome = { kind: 'pass' }
const notApplicable: Outcome = { kind: 'notApplicable' }

/** Holds a rule against the part whose values are in the scope. */
export function judge(rule: PreparedRule, scope: Scope): Outcome {
  const when = rule.when ? rule.when(scope) : true
  if (when === false) return notApplicable
  if (when === true) return verdict(rule, rule.require(scope), scope)
  if (!(when instanceof Unknown)) return fault(when)
  // Where the rule passes whether it applies or not, the missing fact does not matter.
  const require = rule.require(scope)
  if (require === true) return pass
  return verdict(rule, require instanceof Unknown ? (stuck([when, require]) ?? when) : when, scope)
}

function verdict(rule: PreparedRule, holds: unknown, scope: Scope): Outcome {
  if (holds === true) return pass
  if (holds !== false && !(holds instanceof Unknown)) return fault(holds)
  const severity = severityOf(rule, scope)
  if (severity instanceof Fault) return fault(severity)
  if (severity === undefined) return notApplicable
  return holds === false ? { kind: 'fail', severity } : { kind: 'undecided', severity, missing: holds }
}

/** The first entry that fits; where it cannot be told whether one fits, the stricter of it and what follows. */
function severityOf(rule: PreparedRule, scope: Scope): Severity | Fault | undefined {
  let strictest: Severity | undefined
  for (const { is, when } of rule.severities) {
    const fits = when ? when(scope) : true
    if (fits instanceof Fault) return fits
    if (fits === false) continue
    if (strictest === undefined || !reaches(strictest, is)) strictest = is
    if (fits === true) return strictest
  }
  return strictest
}

function fault(value: unknown): Outcome {
  return { kind: 'fault', reason: value instanceof Fault ? value.reason : 'a condition gives no bool' }
}
