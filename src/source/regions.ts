import type { Region } from '../model/region.ts'

/** A stretch of a text as offsets in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Gives the region of each span, in their order, by one pass over the text; lines end at \n, \r\n or \r. */
export function regionsOf(text: string, spans: readonly Span[]): readonly Region[] {
  const places = placesOf(text, new Set(spans.flatMap(({ start, end }) => [start, end])))
  return spans.map(({ start, end }) => {
    const [from, to] = [places.get(start) ?? origin, places.get(end) ?? origin]
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  })
}

/** Gives the region of one span. */
export function regionOf(text: string, span: Span): Region {
  const [region] = regionsOf(text, [span])
  return region ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }
}

interface Place {
  readonly line: number
  readonly column: number
}

const origin: Place = { line: 1, column: 1 }

function placesOf(text: string, offsets: ReadonlySet<number>): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>()
  let line = 1
  let lineStart = 0
  let next = nextLineStart(text, 0, undefined)
  for (const offset of Float64Array.from(offsets).sort()) {
    while (next.start <= offset) {
      line++
      lineStart = next.start
      next = nextLineStart(text, lineStart, next)
    }
    places.set(offset, { line, column: Math.min(offset, text.length) - lineStart + 1 })
  }
  return places
}

interface LineStart {
  readonly start: number
  readonly carriageReturn: number
}

// indexOf is several times as fast as a loop over characters; a carriage return still ahead is not searched for again.
function nextLineStart(text: string, from: number, last: LineStart | undefined): LineStart {
  const carriageReturn = last && last.carriageReturn >= from ? last.carriageReturn : find(text, '\r', from)
  const lineFeed = find(text, '\n', from)
  const isOneEnd = lineFeed === carriageReturn + 1
  return { start: (isOneEnd ? lineFeed : Math.min(lineFeed, carriageReturn)) + 1, carriageReturn }
}

function find(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from)
  return index < 0 ? Number.POSITIVE_INFINITY : index
}
