import type { Inventory } from '../../src/inventory/inventory.ts'
import { lint } from '../../src/lint.ts'
import type { LintOptions } from '../../src/lint-options.ts'
import type { InventoryReport, Method, Phase, Report } from '../../src/model/report.ts'
import { targetOf } from '../estates/journey.ts'

/** The report on an inventory for the target of a seed, in the phase and by the method that a seed picks, or in its own. */
export function judge(inventory: Inventory, seed: number): InventoryReport {
  const [report] = judgeFully(inventory, seed).inventories
  if (!report) throw new Error('a report on one inventory holds none')
  return report
}

/** The same with all that the formats show. */
export function judgeFully(inventory: Inventory, seed: number): Report {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  return lint([{ file: 'inventory.json', bytes }], {
    asOf: '2026-11-24',
    target: targetOf(seed),
    ...circumstances(seed),
  })
}

// Half of the estates are judged as they say themselves, the others in each phase by each method; with five targets in turn
// each target meets each of them.
function circumstances(seed: number): Pick<LintOptions, 'phase' | 'method'> {
  if (seed % 2 === 0) return {}
  const phases: readonly Phase[] = ['before', 'during', 'after']
  const methods: readonly Method[] = ['migrate', 'in-place']
  const phase = phases[((seed - 1) / 2) % 3]
  const method = methods[Math.floor((seed - 1) / 6) % 2]
  return { ...(phase ? { phase } : {}), ...(method ? { method } : {}) }
}
