import { restOf } from '../model/incomplete-list.ts'

/** A value of an inventory with its JSON pointer. */
export interface Placed<T> {
  readonly value: T
  readonly pointer: string
}

/** What an inventory tells of a list. */
export interface Told<T> {
  readonly entries: readonly Placed<T>[]
  /** Whether what is not among the entries is known not to be there. */
  readonly isWhole: boolean
}

/** Gives what is told of a list that stands at a pointer: nothing where it is absent, and that there is none where it is null. */
export function told<T>(list: readonly T[] | null | undefined, pointer: string): Told<T> {
  if (list === undefined) return { entries: [], isWhole: false }
  if (list === null) return { entries: [], isWhole: true }
  const entries = list.map((value, index) => ({ value, pointer: `${pointer}/${index}` }))
  return { entries, isWhole: restOf(list) === undefined }
}

/** Gives what stands inside a section: null where there is no section, undefined where nobody told of it. */
export function inside<S, T>(section: S | null | undefined, get: (section: S) => T | undefined): T | null | undefined {
  return section === null || section === undefined ? (section as null | undefined) : get(section)
}
