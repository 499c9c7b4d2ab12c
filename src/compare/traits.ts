import type { Change, ComparedStatus, ComparedValue } from '../model/comparison.ts'
import { restOf } from '../model/incomplete-list.ts'
import { timestampOf } from '../model/instant.ts'

/** A property of a part. */
export interface Trait {
  /** Absent where it is not known. */
  readonly value?: ComparedValue
  /** Whether a later value is the same; undefined where that cannot be told. */
  readonly isSame: (later: ComparedValue) => boolean | undefined
}

/** The properties of a part by their names. */
export type Traits = Readonly<Record<string, Trait>>

/** Gives a property whose later value is the same by `isSame`, or else where both say the same without regard to case. */
export function trait(value: ComparedValue | undefined, isSame?: (later: ComparedValue) => boolean | undefined): Trait {
  return {
    ...(value === undefined ? {} : { value }),
    isSame: isSame ?? ((later) => value !== undefined && fold(later) === fold(value)),
  }
}

/** Gives the values of a list for a property; undefined where it is not known whole. */
export function whole(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || restOf(list) ? undefined : list
}

/** Gives a property that holds a day or a moment. */
export function momentTrait(value: string | undefined): Trait {
  const moment = timestampOf(value ?? '')?.nanoseconds
  if (moment === undefined) return trait(value)
  return trait(value, (later) => typeof later === 'string' && timestampOf(later)?.nanoseconds === moment)
}

/** What became of a part that is there before and after, by its properties. */
interface Outcome {
  readonly status: Extract<ComparedStatus, 'kept' | 'changed' | 'notObserved'>
  readonly changes: readonly Change[]
}

/** Compares the properties of a part: one that was known and no longer is leaves the part not observed. */
export function compareTraits(before: Traits, after: Traits): Outcome {
  const compared = Object.entries(before).map(([property, one]) => {
    const other = after[property]
    return { property, one, other, answer: sameness(one, other) }
  })
  const changes = compared.flatMap(({ property, one, other, answer }): readonly Change[] => {
    if (answer === true) return []
    // What may or may not be the same is not observed, though something stands there.
    const later = answer === false ? other?.value : undefined
    return [
      {
        property,
        ...(one.value === undefined ? {} : { before: one.value }),
        ...(later === undefined ? {} : { after: later }),
      },
    ]
  })
  const isUnseen = compared.some(({ answer }) => answer === undefined)
  return { status: isUnseen ? 'notObserved' : changes.length > 0 ? 'changed' : 'kept', changes }
}

function sameness(before: Trait, after: Trait | undefined): boolean | undefined {
  if (before.value === undefined) return after?.value === undefined
  return after?.value === undefined ? undefined : before.isSame(after.value)
}

function fold(value: ComparedValue): string {
  // Lists hold names, whose order means nothing.
  if (Array.isArray(value)) return JSON.stringify([...new Set(value.map((one) => one.toLowerCase()))].sort())
  return JSON.stringify(typeof value === 'string' ? value.toLowerCase() : value)
}
