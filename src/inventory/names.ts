/** Finds the entries of a list of server names that a name denotes, as positions in the list. */
export interface NameIndex {
  readonly find: (name: string) => readonly number[]
}

/** The form in which server names compare: without case, without a closing dot. */
export function fold(name: string): string {
  const folded = name.toLowerCase()
  return folded.endsWith('.') ? folded.slice(0, -1) : folded
}

/**
 * Indexes server names. A name denotes the entries that are equal to it; where there is none, a short name denotes
 * the full ones that begin with it, and a full name the short one that it begins with.
 */
export function indexNames(names: readonly string[]): NameIndex {
  if (names.length === 0) return noNames
  const exact = new Map<string, number[]>()
  const fullByShort = new Map<string, number[]>()
  names.forEach((name, position) => {
    const folded = fold(name)
    push(exact, folded, position)
    const short = shortOf(folded)
    if (short !== folded) push(fullByShort, short, position)
  })
  const find = (name: string) => {
    const folded = fold(name)
    const equal = exact.get(folded)
    if (equal) return equal
    const short = shortOf(folded)
    return (short === folded ? fullByShort.get(folded) : exact.get(short)) ?? none
  }
  // Every rule asks for the same names again.
  const found = new Map<string, readonly number[]>()
  return {
    find: (name) => {
      const known = found.get(name)
      if (known) return known
      const positions = find(name)
      found.set(name, positions)
      return positions
    },
  }
}

/** Whether two names can denote one server when nothing else is known of them. */
export function mayDenoteSame(one: string, other: string): boolean {
  return indexNames([one]).find(other).length > 0
}

const none: readonly number[] = []
const noNames: NameIndex = { find: () => none }
const address = /^[\d.]+$|:/

/** The short form of a folded name: what stands before the first dot. An address has no short form but itself. */
export function shortOf(folded: string): string {
  const dot = folded.indexOf('.')
  return dot < 0 || address.test(folded) ? folded : folded.slice(0, dot)
}

function push(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key)
  if (positions) positions.push(position)
  else map.set(key, [position])
}
