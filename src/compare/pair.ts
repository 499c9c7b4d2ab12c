import type { Change, ComparedItem } from '../model/comparison.ts'
import { formatPointer } from '../model/pointer.ts'
import { findIn, indexBy } from './index-by.ts'
import type { Part, Sight } from './part.ts'
import { compareTraits } from './traits.ts'

/** What became of earlier parts, and the later parts that are theirs. */
export interface Paired {
  readonly items: readonly ComparedItem[]
  readonly claimed: readonly Part[]
}

/** Finds each earlier part among the later ones, and says what became of it. */
export function pair(before: readonly Part[], after: Sight): Paired {
  const byKey = indexBy(after.parts, ({ keys }) => keys)
  const byOffer = indexBy(after.parts, ({ offers }) => offers)
  const pairs = before.map((part) => {
    const same = findIn(byKey, part.keys)
    const perhaps = same.length > 0 ? [] : findIn(byOffer, part.asks)
    return { item: itemOf(part, same, perhaps, after), claimed: [...same, ...perhaps] }
  })
  return { items: pairs.map(({ item }) => item), claimed: pairs.flatMap(({ claimed }) => claimed) }
}

/** Gives an item for each later part that no earlier one claims. */
export function newItems(parts: readonly Part[], claimed: readonly Part[]): readonly ComparedItem[] {
  const known = new Set(claimed.map(({ kind, pointer }) => `${kind} ${pointer}`))
  return parts
    .filter(({ kind, pointer }) => !known.has(`${kind} ${pointer}`))
    .map(({ kind, name, pointer }) => ({
      kind,
      name,
      status: 'new',
      after: pointer,
      changes: [],
      lookedFor: pointer,
    }))
}

/** Gives the item of a part that was found, or of the one that fits best where several are the same. */
export function keptItem(part: Part, same: readonly [Part, ...Part[]]): ComparedItem {
  const outcomeOf = (later: Part) => ({ later, ...compareTraits(part.traits, later.traits) })
  const [first, ...others] = same
  const { later, status, changes } = others
    .map(outcomeOf)
    .reduce((best, one) => (ranks[one.status] < ranks[best.status] ? one : best), outcomeOf(first))
  const { kind, name, pointer } = part
  return { kind, name, status, before: pointer, after: later.pointer, changes, lookedFor: placeOf(later, changes) }
}

/** Gives the item of a part that was not found. */
export function goneItem({ kind, name, pointer }: Part, isLacking: boolean, lookedFor: string): ComparedItem {
  return { kind, name, status: isLacking ? 'missing' : 'notObserved', before: pointer, changes: [], lookedFor }
}

/** Where a part is, or the first of its properties that is not known. */
function placeOf({ pointer, traitsAt = pointer }: Part, changes: readonly Change[]): string {
  const unseen = changes.find(({ before, after }) => before !== undefined && after === undefined)
  return unseen ? traitsAt + formatPointer(unseen.property.split('.')) : pointer
}

const ranks = { kept: 0, notObserved: 1, changed: 2 } as const

function itemOf(part: Part, same: readonly Part[], perhaps: readonly Part[], after: Sight): ComparedItem {
  const [first, ...others] = same
  if (first) {
    const item = keptItem(part, [first, ...others])
    // Elsewhere it may be as it was.
    return item.status === 'changed' && after.mayHide(part, same) ? { ...item, status: 'notObserved' } : item
  }
  const isLacking = perhaps.length === 0 && !part.isUnclear && after.lacks(part)
  return goneItem(part, isLacking, perhaps[0]?.pointer ?? after.lookedFor(part))
}
