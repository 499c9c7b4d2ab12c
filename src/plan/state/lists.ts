import { incomplete, restOf } from '../../model/incomplete-list.ts'

/** A list with one more element; where nobody told the list, one that is known only in part. */
export function withItem<T>(list: readonly T[] | undefined, item: T): readonly T[] {
  return list ? inPlaceOf(list, [...list, item]) : knownInPart([item])
}

/** A list without the elements that go; the same list where none does. */
export function withoutItems<T>(list: readonly T[], goes: (item: T) => boolean): readonly T[] {
  const left = list.filter((item) => !goes(item))
  return left.length === list.length ? list : inPlaceOf(list, left)
}

/** A list with its elements changed; the same list where all of them stay the same. */
export function mapItems<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let now: T[] | undefined
  for (const [index, item] of list.entries()) {
    const changed = change(item)
    if (changed === item) continue
    now ??= [...list]
    now[index] = changed
  }
  return now ? inPlaceOf(list, now) : list
}

/** Marks a list that takes the place of another as known only in part where that one is. Gives the list. */
export function inPlaceOf<T>(old: readonly T[], now: readonly T[]): readonly T[] {
  return restOf(old) ? knownInPart(now) : now
}

/** Marks a list as known only in part. Gives the list. */
export function knownInPart<T>(list: readonly T[]): readonly T[] {
  return incomplete(list, [{ holder: list }])
}
