import type { ComparedKind } from '../model/comparison.ts'
import type { Traits } from './traits.ts'

/** What a part is known by. Two parts that share a key are the same. */
export interface Identity {
  readonly keys: readonly string[]
  /** Where no key is shared: marks that may be those of the same part, asked of the marks that later parts offer. */
  readonly asks: readonly string[]
  readonly offers: readonly string[]
  /** Whether the plan leaves open what takes the place of the part. */
  readonly isUnclear: boolean
}

/** A part of one of two inventories that are compared. */
export interface Part extends Identity {
  readonly kind: ComparedKind
  readonly name: string
  readonly pointer: string
  readonly traits: Traits
  /** The pointer below which its properties stand, where that is not its own. */
  readonly traitsAt?: string
}

/** What an inventory shows of the parts in one place. */
export interface Sight {
  readonly parts: readonly Part[]
  /** Whether a part that is not among them is known not to be there. */
  readonly lacks: (part: Part) => boolean
  /** Whether, beside those that were found to be the same part, another one may be there that nobody saw. */
  readonly mayHide: (part: Part, found: readonly Part[]) => boolean
  /** The pointer where a part that is not among them was looked for. */
  readonly lookedFor: (part: Part) => string
}

/** Gives the identity of what is known by its name alone, in which upper and lower case are the same. */
export function named(...names: readonly string[]): Identity {
  return { keys: names.map((name) => name.toLowerCase()), asks: [], offers: [], isUnclear: false }
}

/** Gives a sight of which it is known throughout, or nowhere, what else is there. */
export function sightOf(parts: readonly Part[], isWhole: boolean, pointer: string): Sight {
  return { parts, lacks: () => isWhole, mayHide: () => false, lookedFor: () => pointer }
}

/** Puts sights together: a part is lacking where all of them lack it, and was looked for in the first that does not. */
export function together(sights: readonly Sight[]): Sight {
  return {
    parts: sights.flatMap(({ parts }) => parts),
    lacks: (part) => sights.every(({ lacks }) => lacks(part)),
    mayHide: (part, found) => {
      const known = new Set(found)
      return sights.some(({ parts, lacks }) => !lacks(part) && !parts.some((one) => known.has(one)))
    },
    lookedFor: (part) => (sights.find(({ lacks }) => !lacks(part)) ?? sights[0])?.lookedFor(part) ?? '',
  }
}
