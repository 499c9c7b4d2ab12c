import { lint } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import type { Report } from '../model/report.ts'
import { askedOf, unusableReport } from '../unusable-report.ts'
import type { Input, Unreadable } from './input.ts'

/** Judges what could be read and gives a report of all inputs, in their order; what could not be read is unusable. */
export function judge(inputs: readonly Input[], options: LintOptions): Report {
  // What could not be read takes part as an empty file, so that nothing is said of the whole run that it may contradict.
  const report = lint(
    inputs.map((input) => ('bytes' in input ? input : { file: input.file, bytes: new Uint8Array() })),
    options,
  )
  const unread = new Map(inputs.flatMap((input) => (isUnreadable(input) ? [[input.file, input] as const] : [])))
  const inventories = report.inventories.map((judged) => {
    const input = judged.verdict === 'unusable' ? unread.get(judged.file) : undefined
    return input ? unusableReport(askedOf(input, options), [input.problem]) : judged
  })
  // An empty file is unusable as well, so that the verdict of the whole run is the same.
  return { ...report, inventories }
}

function isUnreadable(input: Input): input is Unreadable {
  return 'problem' in input
}
