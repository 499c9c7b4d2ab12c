import { worstOf } from '../engine/verdict.ts'
import { lint } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { InventoryReport, Report } from '../model/report.ts'
import { askedOf, unusableReport } from '../unusable-report.ts'
import type { Input, Readable, Unreadable } from './input.ts'

/** Judges what could be read and gives a report of all inputs, in their order; what could not be read is unusable. */
export function judge(inputs: readonly Input[], options: LintOptions): Report {
  const report = lint(inputs.filter(isReadable), options)
  if (inputs.every(isReadable)) return report
  if (options.target === 'all') {
    const unreadable = inputs.flatMap((input) => (isReadable(input) ? [] : asUnusable(input, options)))
    return { ...report, inventories: [...unreadable, ...report.inventories], verdict: 'unusable' }
  }
  const judged = report.inventories.values()
  const inventories = inputs.flatMap((input) =>
    isReadable(input) ? (judged.next().value ?? []) : asUnusable(input, options),
  )
  return { ...report, inventories, verdict: worstOf(inventories.map(({ verdict }) => verdict)) }
}

function asUnusable(input: Unreadable, options: LintOptions): InventoryReport {
  return unusableReport(askedOf(input, options), [input.problem])
}

function isReadable(input: Input): input is Readable {
  return 'bytes' in input
}
