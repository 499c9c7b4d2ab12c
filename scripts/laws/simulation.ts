import { rules } from '../../generated/rules.ts'
import { assemble } from '../../src/engine/assemble.ts'
import { identity, subjectOf } from '../../src/engine/subject.ts'
import { functions } from '../../src/functions.ts'
import type { Circumstances } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { examine } from '../../src/lint-inventory.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { simulator } from '../../src/simulate.ts'

/**
 * Simulates operations step by step beside linting each state anew; says where the two differ, undefined where they never do.
 * What is compared: verdict, fingerprints, severities and messages of what is added and cleared, and what is newly undecided.
 */
export function differsFromLinting(
  first: Inventory,
  operations: readonly Operation[],
  run: Circumstances,
): string | undefined {
  const { next } = simulator(rules, run)
  next(first)
  let before = linted(first, run)
  let state = first
  for (const [index, operation] of operations.entries()) {
    state = apply(state, operation, run.target)
    const simulated = next(state)
    const now = linted(state, run)
    const expected = {
      verdict: now.verdict,
      added: without(now.findings, before.findings),
      cleared: without(before.findings, now.findings),
      undecided: without(now.undecided, before.undecided),
    }
    const found = {
      verdict: simulated.verdict,
      added: simulated.added.map(asText).sort(),
      cleared: simulated.cleared.map(asText).sort(),
      undecided: simulated.undecided.map(({ rule, severity, subject }) => `${rule} ${severity} ${subject}`).sort(),
    }
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      const step = `step ${index + 1}, ${JSON.stringify(operation)}`
      return `${step}: simulated ${JSON.stringify(found)}, linted ${JSON.stringify(expected)}`
    }
    before = now
  }
  return undefined
}

interface Linted {
  readonly verdict: string
  readonly findings: ReadonlyMap<string, string>
  readonly undecided: ReadonlyMap<string, string>
}

function linted(inventory: Inventory, run: Circumstances): Linted {
  const { estate, checked } = examine(inventory, rules, { ...run, phase: 'during' })
  const { findings } = assemble(estate, checked, () => new Map(), functions)
  const { undecided } = checked
  const isBlocked = findings.some(({ severity }) => severity === 'error')
  const isOpen = undecided.some(({ severity }) => severity === 'error')
  return {
    verdict: checked.faults.length > 0 ? 'unusable' : isBlocked ? 'blocked' : isOpen ? 'undecided' : 'ready',
    findings: new Map(findings.map((finding) => [`${finding.fingerprint} ${finding.severity}`, asText(finding)])),
    undecided: new Map(
      undecided
        .toReversed()
        .map(({ rule, severity, part }) => [
          `${rule.id} ${severity} ${identity(estate, part)}`,
          `${rule.id} ${severity} ${subjectOf(part)}`,
        ]),
    ),
  }
}

function without(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...one]
    .filter(([key]) => !other.has(key))
    .map(([, text]) => text)
    .sort()
}

function asText({
  fingerprint,
  severity,
  message,
}: {
  fingerprint: string
  severity: string
  message: string
}): string {
  return `${fingerprint} ${severity} ${message}`
}
