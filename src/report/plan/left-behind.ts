import { firstOf } from '../../model/listed.ts'
import type { PlanReport } from '../../model/plan-report.ts'
import type { Severity, Verdict } from '../../model/report.ts'
import type { FinalState, SimulatedFinding, SimulatedUndecided, Simulation } from '../../model/simulation.ts'

/** Something that a step leaves behind, in words. */
export interface LeftBehind {
  readonly label: 'adds' | 'clears' | 'opens'
  readonly severity: Severity
  readonly words: string
}

/** Gives what a step adds and clears, and what its state leaves open: each missing fact once. Advice only where all is asked for. */
export function leftBehind({ added, cleared, undecided }: Simulation, isVerbose: boolean): readonly LeftBehind[] {
  const isTold = ({ severity }: SimulatedFinding) => severity !== 'info' || isVerbose
  // What nobody can tell any more is not mended.
  const isOpen = (finding: SimulatedFinding) =>
    undecided.some(({ rule, subject }) => rule === finding.rule && subject === finding.subject)
  const lines = (label: LeftBehind['label'], findings: readonly SimulatedFinding[], lead = '') =>
    findings.map((finding) => ({ label, severity: finding.severity, words: `${lead}${findingWords(finding)}` }))
  const gone = cleared.filter(isTold)
  return [
    ...lines('adds', added.filter(isTold)),
    ...lines(
      'clears',
      gone.filter((finding) => !isOpen(finding)),
    ),
    ...lines('opens', gone.filter(isOpen), 'no longer told: '),
    ...waiting(undecided.filter(({ severity }) => severity === 'error' || isVerbose)).map(
      (words) => ({ label: 'opens', severity: 'error', words }) as const,
    ),
  ]
}

/** Gives what stands against the last state, in the move as after it, and what is not known of it, each missing fact once. */
export function finalWords({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): readonly string[] {
  const after = final ? stateWords(final) : []
  const during = lasting ? stateWords(lasting) : []
  return [...after, ...during.filter((words) => !after.includes(words)).map((words) => `As long as it moves: ${words}`)]
}

/** Gives the verdict on the last state, in the move as after it; undefined where the plan was not simulated. */
export function finalVerdict({ final, lasting }: Pick<PlanReport, 'final' | 'lasting'>): Verdict | undefined {
  return final && worstFirst.find((verdict) => verdict === final.verdict || verdict === lasting?.verdict)
}

const worstFirst: readonly Verdict[] = ['unusable', 'blocked', 'undecided', 'ready']

function stateWords({ findings, undecided }: FinalState): readonly string[] {
  return [
    ...findings.filter(({ severity }) => severity === 'error').map(findingWords),
    ...waiting(undecided.filter(({ severity }) => severity === 'error')),
  ]
}

function findingWords({ severity, message, rule }: SimulatedFinding): string {
  return `${severity}: ${message} (${rule})`
}

function waiting(undecided: readonly SimulatedUndecided[]): readonly string[] {
  const rules = new Map<string, Set<string>>()
  for (const { missing, rule } of undecided) {
    const facts = firstOf(missing)
    rules.set(facts, (rules.get(facts) ?? new Set()).add(rule))
  }
  return [...rules].map(([facts, waits]) => `Not known: ${facts}. Waits: ${[...waits].join(', ')}.`)
}
