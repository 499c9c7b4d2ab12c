import type { Region } from '../../model/region.ts'

/** Lines and UTF-16 units of text that one snippet may hold. */
const bounds = { lines: 40, units: 4096 }
/** Lines shown before and after a region. */
const around = 2

/** A SARIF region with its text. */
interface SarifRegion {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly snippet?: { readonly text: string }
}

/** Gives the regions that SARIF wants for a place in a text: the place itself, and the lines around it. */
export type Excerpt = (region: Region) => { readonly region: SarifRegion; readonly contextRegion?: SarifRegion }

/** Gives the excerpts of a text, their snippets cut where they grow too long; without a text, bare regions. */
export function excerpts(text: string | undefined): Excerpt {
  if (text === undefined) return (region) => ({ region: bare(region) })
  let starts: readonly number[] | undefined
  return (region) => {
    starts ??= lineStarts(text)
    const context = linesAround(region, starts, text)
    const place = covers(context, region) ? region : firstUnit(region)
    return { region: withSnippet(place, starts, text), contextRegion: withSnippet(context, starts, text) }
  }
}

/** A region that leaves nothing around it is the whole text, of which its first bracket is place enough. */
function firstUnit({ line, column }: Region): Region {
  return { line, column, endLine: line, endColumn: column + 1 }
}

function bare({ line, column, endLine, endColumn }: Region): SarifRegion {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function withSnippet(region: Region, starts: readonly number[], text: string): SarifRegion {
  const from = (starts[region.line - 1] ?? text.length) + region.column - 1
  const to = (starts[region.endLine - 1] ?? text.length) + region.endColumn - 1
  const lastLine = starts[region.line - 1 + bounds.lines] ?? text.length
  let end = Math.min(to, lastLine, from + bounds.units)
  // Half a surrogate pair at the cut goes with its other half.
  if (end < to && isHighSurrogate(text.charCodeAt(end - 1))) end--
  return { ...bare(region), snippet: { text: text.slice(from, end) } }
}

function linesAround(region: Region, starts: readonly number[], text: string): Region {
  const endLine = Math.min(region.endLine + around, starts.length)
  const start = starts[endLine - 1] ?? 0
  let end = starts[endLine] ?? text.length
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--
  return { line: Math.max(region.line - around, 1), column: 1, endLine, endColumn: end - start + 1 }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** SARIF 2.1.0 §3.29.5: a context region is larger than its region. */
function covers(context: Region, region: Region): boolean {
  const startsEarlier = context.line < region.line || context.column < region.column
  const endsLater = context.endLine > region.endLine || context.endColumn > region.endColumn
  return startsEarlier || endsLater
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
