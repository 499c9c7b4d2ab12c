/** A fact that nobody told: the property `key` of `holder`, or, without `key`, what a list holds beyond its known elements. */
export interface MissingFact {
  readonly holder: object
  readonly key?: string
  /** The logical name of what is missing, where the pointer alone does not say it: a server that `servers` does not hold. */
  readonly name?: string
}

/** A value that could not be told. It never reads as true, false or empty. */
export class Unknown {
  readonly #parts: readonly Unknown[]
  #facts: readonly MissingFact[] | undefined

  /** Of the given facts, or of those of other unknown values, which are put together only when somebody asks for them. */
  constructor(facts: readonly MissingFact[], parts: readonly Unknown[] = []) {
    this.#parts = parts
    if (parts.length === 0) this.#facts = facts
  }

  /** The facts that would tell. */
  get facts(): readonly MissingFact[] {
    this.#facts ??= flattened(this.#parts)
    return this.#facts
  }

  /** The unknown values that this one was put together from; none where its facts are its own. */
  get parts(): readonly Unknown[] {
    return this.#parts
  }
}

/** An unknown value for want of one fact. */
export function unknown(holder: object, key?: string, name?: string): Unknown {
  return new Unknown([{ holder, ...(key === undefined ? {} : { key }), ...(name === undefined ? {} : { name }) }])
}

/** All facts missing in any of `values`; undefined where every value is known. */
export function merge(values: Iterable<unknown>): Unknown | undefined {
  let only: Unknown | undefined
  let parts: Set<Unknown> | undefined
  for (const value of values) {
    if (!(value instanceof Unknown) || value === only) continue
    if (only) parts ??= new Set([only])
    only ??= value
    parts?.add(value)
  }
  return parts ? new Unknown([], [...parts]) : only
}

/** The facts of two unknown values together. */
export function both(one: Unknown, other: Unknown): Unknown {
  return one === other ? one : new Unknown([], [one, other])
}

/** A loop and not recursion, since a rule may put a value together from ten thousand others. */
function flattened(parts: readonly Unknown[]): readonly MissingFact[] {
  const facts = new Set<MissingFact>()
  const seen = new Set<Unknown>()
  const open = [...parts].reverse()
  for (let part = open.pop(); part; part = open.pop()) {
    if (seen.has(part)) continue
    seen.add(part)
    if (part.parts.length === 0) for (const fact of part.facts) facts.add(fact)
    else for (let index = part.parts.length - 1; index >= 0; index--) open.push(part.parts[index] as Unknown)
  }
  return [...facts]
}
