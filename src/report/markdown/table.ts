import { grouped } from '../pretty/words.ts'
import type { Room } from './room.ts'

/** What a table shows: a row for each, whose cells hold Markdown. */
export interface Content<T> {
  readonly heads: readonly string[]
  readonly of: readonly T[]
  readonly row: (one: T) => readonly string[]
  /** What they are called where some are left out. */
  readonly called: string
}

/** Gives a table with as many rows as there is room for, and where some have none, a sentence that says how many; nothing where there are no rows. */
export function table<T>({ heads, of, row, called }: Content<T>, room: Room): readonly string[] {
  if (of.length === 0) return []
  const lines = [line(heads), line(heads.map(() => '---'))]
  for (const one of of) {
    const text = line(row(one))
    if (!room.take(text)) break
    lines.push(text)
  }
  const left = of.length - (lines.length - 2)
  const told = `${grouped(left)} more ${called} had no room here: a job summary holds 1 MiB. Other formats have them all.`
  return [...(lines.length > 2 ? [lines.join('\n')] : []), ...(left > 0 ? [told] : [])]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
