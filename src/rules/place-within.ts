import type { Region } from '../model/region.ts'

/**
 * The place of a part of an expression within the YAML scalar that holds it, `start` and `end` being offsets in the
 * scalar's value. Where the scalar is folded or escaped, so that offsets say nothing, the place is the whole scalar.
 */
export function placeWithin(text: string, region: Region, value: string, start: number, end: number): Region {
  const lines = text.split(/\r\n|\r|\n/)
  const wanted = value.split('\n')
  const [line, column] = position(wanted, start)
  const [endLine, endColumn] = position(wanted, end)
  for (let first = region.line; first <= region.endLine; first++) {
    const indent = indentOf(lines, first, wanted, first === region.line ? region.column - 1 : 0)
    if (indent === undefined) continue
    return {
      line: first + line,
      column: (indent[line] ?? 0) + column + 1,
      endLine: first + endLine,
      endColumn: (indent[endLine] ?? 0) + endColumn + 1,
    }
  }
  return region
}

function position(lines: readonly string[], offset: number): readonly [line: number, column: number] {
  let left = offset
  for (const [index, line] of lines.entries()) {
    if (left <= line.length) return [index, left]
    left -= line.length + 1
  }
  return [lines.length - 1, lines.at(-1)?.length ?? 0]
}

/** Where each line of the value begins in the file, if the value stands there line by line. */
function indentOf(
  lines: readonly string[],
  first: number,
  wanted: readonly string[],
  from: number,
): readonly number[] | undefined {
  const indents = wanted.map((line, index) => (lines[first - 1 + index] ?? '').indexOf(line, index === 0 ? from : 0))
  return indents.every((indent) => indent >= 0) ? indents : undefined
}
