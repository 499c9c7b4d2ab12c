import type { InventoryReport, Severity } from '../../src/model/report.ts'
import { reaches } from '../../src/model/severity.ts'
import { facts, without } from '../estates/facts.ts'
import { randomOf } from '../estates/random.ts'
import type { Law } from './law.ts'

/**
 * A fact removed under `servers[]` or `deployment` makes no verdict better, adds no finding, and lets no rule that failed or
 * was undecided on a part fall silent there.
 */
export const removal: Law = {
  name: 'removed facts',
  shrinks: 'both',
  change: (inventory, seed) => {
    const random = randomOf(seed)
    const known = facts(inventory)
    if (known.length === 0) return inventory
    // One at a time mostly, since a second one may hide what the first does.
    const count = random.chance(0.8) ? 1 : 2 + random.below(4)
    return Array.from({ length: count }, () => random.pick(known)).reduce(without, inventory)
  },
  broken: (before, after) => betterVerdict(before, after) ?? newFinding(before, after) ?? silenced(before, after),
}

function betterVerdict(before: InventoryReport, after: InventoryReport): string | undefined {
  if (after.verdict === 'unusable') return `unusable: ${after.diagnostics[0]?.message ?? after.faults[0]?.message}`
  return before.verdict !== 'ready' && after.verdict === 'ready' ? `${before.verdict} becomes ready` : undefined
}

function newFinding(before: InventoryReport, after: InventoryReport): string | undefined {
  const known = new Set(before.findings.map(keyOf))
  const found = after.findings.find((finding) => !known.has(keyOf(finding)))
  return found && `a finding that was not there: ${found.rule} ${found.pointer}: ${found.message}`
}

// By place, which a removed property does not change; a fingerprint holds the full name of a server where that is known.
function keyOf({ rule, pointer }: { readonly rule: string; readonly pointer: string }): string {
  return `${rule} ${pointer}`
}

interface Told {
  readonly rule: string
  readonly pointer: string
  readonly severity: Severity
}

/** What was undecided may be told of the part that holds it, once its own place is gone; never with a lower severity. */
function silenced(before: InventoryReport, after: InventoryReport): string | undefined {
  const told: readonly Told[] = [...after.findings, ...after.undecided]
  const stillTold = ({ rule, pointer, severity }: Told) =>
    told.some(
      (one) => one.rule === rule && `${pointer}/`.startsWith(`${one.pointer}/`) && reaches(one.severity, severity),
    )
  const lost = [...before.findings, ...before.undecided].find((one) => !stillTold(one))
  return lost && `${lost.rule} ${lost.pointer} (${lost.severity}) falls silent`
}
