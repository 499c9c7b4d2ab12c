/** A fact that nobody told: the property `key` of `holder`, or, without `key`, what a list holds beyond its known elements. */
export interface MissingFact {
  readonly holder: object
  readonly key?: string
  /** The logical name of what is missing, where the pointer alone does not say it: a server that `servers` does not hold. */
  readonly name?: string
}

/** A value that could not be told. It never reads as true, false or empty. */
export class Unknown {
  readonly facts: readonly MissingFact[]

  constructor(facts: readonly MissingFact[]) {
    this.facts = facts
  }
}

/** An unknown value for want of one fact. */
export function unknown(holder: object, key?: string, name?: string): Unknown {
  return new Unknown([{ holder, ...(key === undefined ? {} : { key }), ...(name === undefined ? {} : { name }) }])
}

/** All facts missing in any of `values`; undefined where every value is known. */
export function merge(values: Iterable<unknown>): Unknown | undefined {
  const found = new Set<Unknown>()
  for (const value of values) {
    if (value instanceof Unknown) found.add(value)
  }
  const [only, ...others] = found
  return others.length === 0 ? only : new Unknown([...found].flatMap(({ facts }) => facts))
}

/** The facts of two unknown values together. */
export function both(one: Unknown, other: Unknown): Unknown {
  return one === other ? one : new Unknown([...one.facts, ...other.facts])
}
