import { type Method, methods, type Phase, phases, type Release, type Severity } from '../model/report.ts'
import { severities } from '../model/severity.ts'
import { supportedTargets } from '../model/targets.ts'
import { whichReleases } from '../model/which-releases.ts'
import { neverFails } from './by-release.ts'
import { applicable } from './describe.ts'
import type { Rule, SeverityEntry } from './rule.ts'

/** A migration, and, where it matters, what the servers run today. */
export interface Move {
  readonly target: Release
  readonly method: Method
  readonly phase: Phase
  /** The release of all servers of the deployment; those that were moved already run the target. */
  readonly from?: Release
}

/** Whether a rule has a say in a migration: with which severities, the gravest first, or why not, as a clause about `it`. */
export type Applicability = { readonly severities: readonly Severity[] } | { readonly reason: string }

/** Tells whether a rule applies to a migration. Without `from` it is what the engine does; with it, data may rule out more. */
export function applicability(rule: Rule, move: Move): Applicability {
  const entries = applicable(rule.severity, move)
  if (entries.length === 0) return { reason: reasonOf(rule.severity, move) }
  const { from } = move
  if (from !== undefined && neverFails(rule, { ...move, from })) return { reason: 'such servers always meet it' }
  return { severities: severities.filter((severity) => entries.some(({ is }) => is === severity)) }
}

/** Names the first of target, method and phase that no entry of a severity admits. */
function reasonOf(entries: readonly SeverityEntry<unknown>[], { target, method }: Move): string {
  const ofTarget = entries.filter(({ targets }) => targets?.includes(target) ?? true)
  if (ofTarget.length === 0) {
    const named = supportedTargets.filter((one) => entries.some(({ targets }) => targets?.includes(one) ?? true))
    return `it concerns the ${named.length === 1 ? 'target' : 'targets'} ${whichReleases(named, supportedTargets)} only`
  }
  const ofMethod = ofTarget.filter(({ methods }) => methods?.includes(method) ?? true)
  if (ofMethod.length === 0) {
    const named = methods.filter((one) => ofTarget.some(({ methods }) => methods?.includes(one) ?? true))
    return `it concerns the method ${named.join(' and ')} only`
  }
  const named = phases.filter((one) => ofMethod.some(({ phases }) => phases?.includes(one) ?? true))
  return `it is asked ${named.join(' and ')} the move only`
}
