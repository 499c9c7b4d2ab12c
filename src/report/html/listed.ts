import type { Severity } from '../../model/report.ts'
import { reaches } from '../../model/severity.ts'
import type { Entry } from '../entry.ts'
import { kindOf } from './marks.ts'

/** Remarks of one rule that the page lists: those of a thousand servers would bury what blocks. */
const most = 50

/** Gives the entries that count and that the page lists: all, but of a rule's remarks that block nothing only the first. */
export function listedOf<T extends Pick<Entry, 'standing' | 'severity' | 'rule'>>(
  entries: readonly T[],
  failOn: Severity,
): readonly T[] {
  const remarks = new Map<string, number>()
  return entries.filter((entry) => {
    const kind = kindOf(entry)
    if (kind !== 'info' || reaches(kind, failOn)) return kind !== undefined
    const number = (remarks.get(entry.rule) ?? 0) + 1
    remarks.set(entry.rule, number)
    return number <= most
  })
}
