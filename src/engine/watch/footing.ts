import type { Cell } from '../../inventory/tracking/cells.ts'

/** What a rule said of the part at a place, and what was read for it. */
export interface Entry<Answer> {
  /** Its place among the parts; -1 where the part is gone. */
  place: number
  answer: Answer
  reads: readonly Cell[]
}

/** What answers rest on: cells that many of them share, and of servers which answers. */
export interface Footing<Answer> {
  readonly shared: Set<Cell>
  readonly ofServer: Map<Cell, Entry<Answer>[]>
}

/** The footing of answers. */
export function footingOf<Answer>(entries: readonly Entry<Answer>[]): Footing<Answer> {
  const footing: Footing<Answer> = { shared: new Set(), ofServer: new Map() }
  for (const entry of entries) addFooting(footing, entry, entry.reads)
  return footing
}

/** Adds what was read for an answer. */
export function addFooting<Answer>(footing: Footing<Answer>, entry: Entry<Answer>, reads: readonly Cell[]): void {
  for (const cell of reads) {
    if (cell.kind === 'shared') footing.shared.add(cell)
    else if (cell.kind === 'each') addFooting(footing, entry, cell.reads)
    else {
      const entries = footing.ofServer.get(cell)
      if (!entries) footing.ofServer.set(cell, [entry])
      else if (entries.at(-1) !== entry) entries.push(entry)
    }
  }
}
