import type { Inventory } from '../inventory/inventory.ts'
import { restOf } from '../model/incomplete-list.ts'
import { formatPointer } from '../model/pointer.ts'
import { type MissingFact, Unknown, unknown } from '../model/unknown.ts'

/** A part of an inventory, with the way to it. */
export interface Part {
  readonly value: unknown
  /** The part that holds it; absent at the root. */
  readonly up?: Part
  /** Property name or list index within `up`. */
  readonly key: string | number
}

/** The parts that a pointer with `*` designates. */
export interface Selection {
  readonly parts: readonly Part[]
  /** Places where parts may be that nobody told of: the deepest part that exists, and what is missing there. */
  readonly gaps: readonly Gap[]
  /** Null or an empty list stood on the way: nothing to look at, and known so. */
  readonly isNone: boolean
}

interface Gap {
  readonly part: Part
  readonly missing: Unknown
}

/**
 * Selects the parts of an inventory that a rule looks at. An absent property or the unknown rest of a list is a gap; below
 * `migration` what is absent is not planned, and only the rest of a list is a gap (docs/decisions/for-lists.md).
 */
export function select(inventory: Inventory, pointer: string): Selection {
  const gaps: Gap[] = []
  let isNone = false
  let parts: readonly Part[] = [{ value: inventory, key: '' }]
  const tokens = pointer.split('/').slice(1)
  const isPlan = tokens[0] === 'migration'
  for (const token of tokens) {
    const next: Part[] = []
    for (const part of parts) {
      const isEach = token === '*'
      const { found, missing } = isEach ? elements(part) : property(part, token)
      for (const child of found) next.push(child)
      if (missing && (isEach || !isPlan)) gaps.push({ part, missing })
      else if (found.length === 0) isNone = true
    }
    parts = next
  }
  return { parts, gaps, isNone: isNone || (parts.length === 0 && gaps.length === 0) }
}

/** The JSON pointer of a part. */
export function pointerOf(part: Part): string {
  return part.up ? `${pointerOf(part.up)}${formatPointer([part.key])}` : ''
}

/** The object that holds a part, lists between them skipped. */
export function parentOf(part: Part): unknown {
  let holder = part.up
  while (Array.isArray(holder?.value)) holder = holder.up
  return holder?.value ?? null
}

interface Step {
  readonly found: readonly Part[]
  readonly missing?: Unknown
}

const nothing: Step = { found: [] }

function elements(part: Part): Step {
  const list = part.value
  if (!Array.isArray(list)) return nothing
  const rest: readonly MissingFact[] | undefined = restOf(list)
  const found = list.map((value, key) => ({ value, up: part, key }))
  return rest ? { found, missing: new Unknown(rest) } : { found }
}

function property(part: Part, key: string): Step {
  const holder = part.value
  if (typeof holder !== 'object' || holder === null) return nothing
  const value = (holder as Readonly<Record<string, unknown>>)[key]
  if (value === undefined) return { found: [], missing: unknown(holder, key) }
  return value === null ? nothing : { found: [{ value, up: part, key }] }
}
