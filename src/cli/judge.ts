import { worstOf } from '../engine/verdict.ts'
import { lint } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { InventoryReport, Report } from '../model/report.ts'
import type { Input, Readable, Unreadable } from './input.ts'

/** Judges what could be read and gives a report of all inputs, in their order; what could not be read is unusable. */
export function judge(inputs: readonly Input[], options: LintOptions): Report {
  const report = lint(inputs.filter(isReadable), options)
  if (inputs.every(isReadable)) return report
  const judged = report.inventories.values()
  const inventories = inputs.flatMap((input) =>
    isReadable(input) ? (judged.next().value ?? []) : unusable(input, options),
  )
  return { ...report, inventories, verdict: worstOf(inventories.map(({ verdict }) => verdict)) }
}

function isReadable(input: Input): input is Readable {
  return 'bytes' in input
}

function unusable({ file, problem }: Unreadable, options: LintOptions): InventoryReport {
  return {
    file,
    verdict: 'unusable',
    ...(options.target === undefined ? {} : { target: options.target }),
    method: options.method ?? 'migrate',
    phase: options.phase ?? 'before',
    releases: [],
    findings: [],
    undecided: [],
    diagnostics: [problem],
    faults: [],
    counts: { rules: 0, subjects: 0, pass: 0, fail: 0, undecided: 0, notApplicable: 0, suppressed: 0 },
    tallies: {},
  }
}
