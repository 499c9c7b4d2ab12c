import { parsePointer } from '../model/pointer.ts'
import type { Locate } from '../model/region.ts'
import { regionsOf, type Span } from './regions.ts'
import { type Scan, scanValue, skipSpace, type Wanted } from './scan.ts'

/** Gives the places of values in a JSON text: one scan of the text for all pointers of a call, nothing kept between calls. */
export function locate(text: string): Locate {
  return (pointers) => survey(text, pointers).regions
}

/** The places of values in a JSON text, and how many keys the text holds: one scan for both. */
interface Survey {
  readonly regions: ReturnType<Locate>
  readonly keys: number
}

/** Gives the places of values in a JSON text and counts its keys on the way. */
export function survey(text: string, pointers: readonly string[]): Survey {
  const scan: Scan = { text, keys: 0 }
  const regions = locateSpans(scan, pointers, ({ value }) => value)
  return { regions, keys: scan.keys }
}

/** Gives the places of the names of properties; an element of a list, which has no name, is left out. */
export function locateKeys(text: string): Locate {
  return (pointers) => locateSpans({ text, keys: 0 }, pointers, ({ key }) => key)
}

function locateSpans(
  scan: Scan,
  pointers: readonly string[],
  choose: (wanted: Wanted) => Span | undefined,
): ReturnType<Locate> {
  const root: Wanted = { children: new Map() }
  const ends = pointers.map((pointer) => ({ pointer, end: plant(root, parsePointer(pointer)) }))
  const { text } = scan
  scanValue(scan, skipSpace(text, 0), root)
  const found = ends.flatMap(({ pointer, end }) => {
    const span = end && choose(end)
    return span ? [{ pointer, span }] : []
  })
  const regions = regionsOf(
    text,
    found.map(({ span }) => span),
  )
  return new Map(found.flatMap(({ pointer }, index) => (regions[index] ? [[pointer, regions[index]] as const] : [])))
}

function plant(root: Wanted, tokens: readonly string[] | undefined): Wanted | undefined {
  let wanted = root
  for (const token of tokens ?? []) {
    const child = wanted.children.get(token) ?? { children: new Map() }
    wanted.children.set(token, child)
    wanted = child
  }
  return tokens && wanted
}
