import { groupBy } from '../model/group-by.ts'
import type { Missing } from '../model/report.ts'

/** A missing fact in words, with the pointer whose place in the text shows it. */
export interface MissingPlace extends Omit<Missing, 'region'> {
  readonly standing: string
}

/** How many facts of one kind an undecided entry names one by one. */
const most = 100

/**
 * Tells facts of one kind together where there are very many of them: the same property of hundreds of servers stands as
 * one fact at the list that holds the servers, so that a report does not grow with the square of the estate.
 */
export function gathered(facts: readonly MissingPlace[]): readonly MissingPlace[] {
  if (facts.length <= most) return facts
  return groupBy(facts, kindOf).flatMap((kind) => (kind.length > most ? together(kind) : kind))
}

function kindOf({ pointer, source }: MissingPlace): string {
  return `${pointer.replace(index, '/*')}\u0000${source ?? ''}`
}

const index = /\/\d+(?=\/|$)/

function together(kind: readonly MissingPlace[]): readonly MissingPlace[] {
  const [first] = kind
  if (!first) return []
  const list = first.pointer.slice(0, first.pointer.search(index))
  const { source, label, reason } = first
  return [
    {
      pointer: list,
      standing: list,
      label: `${label.split(' of ').slice(0, -1).join(' of ') || 'entries'} of ${kind.length} entries of ${list.split('/').at(-1)}`,
      ...(source === undefined ? {} : { source }),
      ...(reason === undefined ? {} : { reason }),
    },
  ]
}
