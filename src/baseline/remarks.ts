import type { Diagnostic } from '../model/diagnostic.ts'
import { firstOf } from '../model/listed.ts'
import type { Gone } from '../model/report.ts'

/** Gives the warning about findings of a baseline of which a run cannot tell whether they are still there. */
export function untoldRemark(untold: readonly Gone[]): readonly Diagnostic[] {
  if (untold.length === 0) return []
  const names = firstOf(untold.map(({ rule, subject }) => `${rule} (${subject})`))
  const message = `whether these findings of the baseline are gone cannot be told, since their rules did not look or could not decide: ${names}`
  return [{ code: 'baseline', severity: 'warning', message }]
}

/** The warning about an inventory that a baseline does not hold. */
export const notInBaseline: Diagnostic = {
  code: 'baseline',
  severity: 'warning',
  message:
    'the baseline holds no inventory of this name, so that every finding is new; write it anew with --write-baseline',
}
