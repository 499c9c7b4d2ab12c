import type { InventoryReport, Severity } from '../model/report.ts'
import { stands } from '../model/standing.ts'
import { lookedAt } from './pretty/verdict.ts'
import { count, grouped } from './pretty/words.ts'

/** How many entries of an inventory count as what; each is counted once. */
export interface Numbers {
  /** Findings that are neither suppressed nor known, by severity. */
  readonly failed: Readonly<Record<Severity, number>>
  readonly known: number
  readonly undecided: number
  /** Findings and undecided rules. */
  readonly suppressed: number
  readonly gone: number
}

/** Counts what an inventory's report holds. */
export function numbersOf({ findings, undecided, gone = [] }: InventoryReport): Numbers {
  const failed = { error: 0, warning: 0, info: 0 }
  let known = 0
  let suppressed = 0
  for (const finding of findings) {
    if (stands(finding)) failed[finding.severity]++
    else if (finding.suppressed) suppressed++
    else known++
  }
  const passedOver = undecided.filter((one) => !stands(one)).length
  return {
    failed,
    known,
    undecided: undecided.length - passedOver,
    suppressed: suppressed + passedOver,
    gone: gone.length,
  }
}

/** Gives the numbers in words, and how much was looked at, so that silence never reads as success. */
export function tallyOf(inventory: InventoryReport): string {
  const { diagnostics, faults } = inventory
  const { failed, known, undecided, suppressed, gone } = numbersOf(inventory)
  const wrong = diagnostics.filter(({ severity }) => severity === 'error').length
  const parts = [
    ...(wrong > 0 ? [`${count(wrong, 'error')} in the file`] : []),
    ...(failed.error > 0 ? [count(failed.error, 'error')] : []),
    ...(failed.warning > 0 ? [count(failed.warning, 'warning')] : []),
    ...(failed.info > 0 ? [`${grouped(failed.info)} info`] : []),
    ...(wrong + failed.error + failed.warning + failed.info === 0 ? ['no findings'] : []),
    `${grouped(undecided)} undecided`,
    ...(suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : []),
    ...(known > 0 ? [`${grouped(known)} known from the baseline`] : []),
    ...(gone > 0 ? [`${grouped(gone)} gone since the baseline`] : []),
    ...(faults.length > 0 ? [`${count(faults.length, 'fault')} in rules`] : []),
    lookedAt(inventory),
  ]
  return parts.join(', ')
}
