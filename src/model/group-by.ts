/** Gives the elements that share a key together, groups and elements in the order of the list. */
export function groupBy<T>(list: readonly T[], keyOf: (element: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const element of list) {
    const key = keyOf(element)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [element])
    else group.push(element)
  }
  return [...groups.values()]
}
