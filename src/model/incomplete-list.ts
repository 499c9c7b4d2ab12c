import type { MissingFact } from './unknown.ts'

const rest = new WeakMap<readonly unknown[], readonly MissingFact[]>()

/** Marks a list as known only in part: `missing` says which facts would tell the rest. Gives the same list. */
export function incomplete<T>(list: readonly T[], missing: readonly MissingFact[]): readonly T[] {
  if (missing.length > 0) rest.set(list, missing)
  return list
}

/** The facts that would tell the rest of a list; undefined where the list is known whole. */
export function restOf(list: readonly unknown[]): readonly MissingFact[] | undefined {
  return rest.get(list)
}
