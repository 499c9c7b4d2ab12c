/** Indexes a list by keys, of which each element may have several. */
export function indexBy<T>(
  list: readonly T[],
  keysOf: (element: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>()
  for (const element of list) {
    for (const key of keysOf(element)) {
      const known = index.get(key)
      if (known) known.push(element)
      else index.set(key, [element])
    }
  }
  return index
}

/** Gives the elements of an index that bear one of the keys, each once, in the order of the keys. */
export function findIn<T>(index: ReadonlyMap<string, readonly T[]>, keys: readonly string[]): readonly T[] {
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))]
}
