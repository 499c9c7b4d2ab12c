import type { Inventory } from '../../src/inventory/inventory.ts'
import { brokenBy, laws } from './counterexamples.ts'
import { judge } from './judge.ts'
import type { Counterexample } from './law.ts'

/** Makes a counterexample small: takes away whatever can go while the law stays broken. */
export function shrink(found: Counterexample): Counterexample {
  const law = laws.find(({ name }) => name === found.law)
  if (!law) return found
  let smallest = found
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false
    for (const way of waysIn(smallest.before)) {
      const before = cut(smallest.before, way) as Inventory
      const smaller = attempt((): Counterexample | undefined => {
        const after = law.shrinks === 'both' ? (cut(smallest.after, way) as Inventory) : law.change(before, found.seed)
        const reason = brokenBy(law, judge(before, found.seed), after, found.seed)
        return reason === undefined ? undefined : { ...smallest, reason, before, after }
      })
      if (!smaller || kindOf(smaller.reason) !== kindOf(found.reason)) continue
      smallest = smaller
      isSmaller = true
    }
  }
  return smallest
}

/** What a reason begins with: so that a counterexample does not turn into another one. */
function kindOf(reason: string): string {
  return reason.split(' ', 2).join(' ')
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    // What was taken away left no inventory.
    return undefined
  }
}

type Way = readonly (string | number)[]

/** Ways to everything, the last entries of lists first, so that those before keep their places. */
function waysIn(value: unknown): readonly Way[] {
  if (typeof value !== 'object' || value === null) return []
  const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()].reverse() : Object.keys(value)
  return keys.flatMap((key) => [
    [key],
    ...waysIn((value as Readonly<Record<string | number, unknown>>)[key]).map((way) => [key, ...way]),
  ])
}

function cut(value: unknown, [token, ...rest]: Way): unknown {
  if (typeof value !== 'object' || value === null || token === undefined) return value
  if (Array.isArray(value)) {
    return value.flatMap((element, index) =>
      index !== token ? [element] : rest.length > 0 ? [cut(element, rest)] : [],
    )
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) =>
      key !== token ? [[key, child]] : rest.length > 0 ? [[key, cut(child, rest)]] : [],
    ),
  )
}
