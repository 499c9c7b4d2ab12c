/** What stood in the place of a section that an operation gave to a server: null, or undefined where nobody told it. */
interface Given {
  readonly was: null | undefined
}

const given = new WeakMap<object, Given>()

/** Remembers of a section that takes the place of another whether an operation gave it to the server. Gives the section. */
export function inSectionOf<T extends object>(old: T | null | undefined, now: T): T {
  const first = old ? given.get(old) : { was: old }
  if (first) given.set(now, first)
  return now
}

/** What stood in the place of a section before an operation gave it to the server; undefined where it is the server's own. */
export function givenFor(section: object): Given | undefined {
  return given.get(section)
}
