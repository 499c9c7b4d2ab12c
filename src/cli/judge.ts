import { worstOf } from '../engine/verdict.ts'
import { lint } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { Report } from '../model/report.ts'
import { askedOf, unusableReport } from '../unusable-report.ts'
import type { Input } from './input.ts'

/** Judges what could be read and gives a report of all inputs, in their order; what could not be read is unusable. */
export function judge(inputs: readonly Input[], options: LintOptions): Report {
  // What could not be read takes part as an empty file, so that nothing is said of the whole run that it may contradict.
  const report = lint(
    inputs.map((input) => ('bytes' in input ? input : { file: input.file, bytes: new Uint8Array() })),
    options,
  )
  const inventories = report.inventories.map((judged, index) => {
    const input = inputs[index]
    return input && 'problem' in input ? unusableReport(askedOf(input, options), [input.problem]) : judged
  })
  return { ...report, inventories, verdict: worstOf(inventories.map(({ verdict }) => verdict)) }
}
