import { grouped } from '../pretty/words.ts'
import type { Room } from './room.ts'

/** Gives a table whose cells hold Markdown, with as many rows as there is room for, and where some have none, a sentence that says how many; nothing where there are no rows. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  room: Room,
  what: string,
): readonly string[] {
  if (rows.length === 0) return []
  const lines = [line(heads), line(heads.map(() => '---'))]
  for (const row of rows) {
    const text = line(row)
    if (!room.take(text)) break
    lines.push(text)
  }
  const left = rows.length - (lines.length - 2)
  const told = `${grouped(left)} more ${what} had no room here: a job summary holds 1 MiB. Other formats have them all.`
  return [...(lines.length > 2 ? [lines.join('\n')] : []), ...(left > 0 ? [told] : [])]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
