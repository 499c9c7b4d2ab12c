import type { Inventory } from './inventory/inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { InventoryReport } from './model/report.ts'

/** What is asked about an inventory: as the options say, else as its own plan does, else as the configuration does. */
type Asked = Pick<InventoryReport, 'file' | 'isCollected' | 'target' | 'method' | 'phase'>

/** Says what is asked about an inventory, as far as it could be read. */
export function askedOf(
  { file, originOf }: Pick<LintInput, 'file' | 'originOf'>,
  options: LintOptions,
  inventory?: Inventory,
): Asked {
  const { migration } = inventory ?? {}
  const { configuration } = options
  const method = options.method ?? migration?.method ?? configuration?.method ?? 'migrate'
  const phase = options.phase ?? migration?.phase ?? configuration?.phase ?? 'before'
  const target = options.target ?? migration?.target ?? configuration?.target
  return {
    file,
    ...(originOf ? { isCollected: true } : {}),
    method,
    phase,
    ...(target === undefined ? {} : { target }),
  }
}

/** The report on an inventory that could not be judged: nothing but why. */
export function unusableReport(asked: Asked, diagnostics: readonly Diagnostic[]): InventoryReport {
  return {
    ...asked,
    verdict: 'unusable',
    releases: [],
    findings: [],
    undecided: [],
    diagnostics,
    faults: [],
    counts: { rules: 0, subjects: 0, pass: 0, fail: 0, undecided: 0, notApplicable: 0, suppressed: 0 },
    tallies: {},
  }
}
