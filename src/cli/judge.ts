import { worstOf } from '../engine/verdict.ts'
import { lint } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { Report } from '../model/report.ts'
import { askedOf, unusableReport } from '../unusable-report.ts'
import type { Input, Readable } from './input.ts'

/** Judges what could be read and gives a report of all inputs, in their order; what could not be read is unusable. */
export function judge(inputs: readonly Input[], options: LintOptions): Report {
  const report = lint(inputs.filter(isReadable), options)
  if (inputs.every(isReadable)) return report
  const judged = report.inventories.values()
  const inventories = inputs.flatMap((input) =>
    isReadable(input) ? (judged.next().value ?? []) : unusableReport(askedOf(input, options), [input.problem]),
  )
  return { ...report, inventories, verdict: worstOf(inventories.map(({ verdict }) => verdict)) }
}

function isReadable(input: Input): input is Readable {
  return 'bytes' in input
}
