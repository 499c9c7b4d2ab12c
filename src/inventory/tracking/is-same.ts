import { restOf } from '../../model/incomplete-list.ts'

/**
 * Whether two values tell the same for certain: the same thing, or whole lists or sets of the same things in the same order.
 * Two objects of an inventory are never the same: what is unknown of them is unknown of that very object.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && !restOf(one) && !restOf(other) && areSame(one, other)
  }
  return one instanceof Set && other instanceof Set && one.size === other.size && areSame([...one], [...other])
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((item, index) => Object.is(item, other[index]))
}
