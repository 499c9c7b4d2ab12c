import type { Severity } from '../../model/report.ts'
import type { Standing } from '../entry.ts'
import type { Site } from './sites.ts'

/** What an entry counts as in the page: a finding that counts by its severity, or something that is not decided. */
export type Kind = Severity | 'undecided'

/** Kinds, the gravest first. */
export const kinds: readonly Kind[] = ['error', 'undecided', 'warning', 'info']

/** How many entries of each kind sit in a place, and the first of each. */
export type Mark = Readonly<Record<Kind, { readonly count: number; readonly id: string }>>

/** The marks by the part of the picture. */
export type Marks = ReadonlyMap<string, Mark>

/** An entry, as far as marks need it. */
interface Marked {
  readonly standing: Standing
  readonly severity: Severity
  readonly site: Site
  readonly id: string
}

/** Gives what an entry counts as; undefined for one that is suppressed or known. */
export function kindOf({ standing, severity }: Pick<Marked, 'standing' | 'severity'>): Kind | undefined {
  if (standing === 'undecided') return 'undecided'
  return standing === 'failed' ? severity : undefined
}

/** Counts entries by the part of the picture that they sit in. */
export function marksOf(entries: readonly Marked[]): Marks {
  const marks = new Map<string, Record<Kind, { count: number; id: string }>>()
  for (const entry of entries) {
    const kind = kindOf(entry)
    if (kind === undefined) continue
    for (const spot of entry.site.spots) {
      const mark = marks.get(spot) ?? nothing()
      marks.set(spot, mark)
      if (mark[kind].count++ === 0) mark[kind].id = entry.id
    }
  }
  return marks
}

function nothing(): Record<Kind, { count: number; id: string }> {
  return {
    error: { count: 0, id: '' },
    undecided: { count: 0, id: '' },
    warning: { count: 0, id: '' },
    info: { count: 0, id: '' },
  }
}
