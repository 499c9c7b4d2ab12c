/** Gives pseudonyms: one text of one kind always the same, in the order in which they are asked for. */
export interface Pseudonyms {
  /** A pseudonym such as `group-0001`, whatever the case of the text. */
  readonly of: (kind: string, text: string) => string
}

/** Starts a new set of pseudonyms, which holds for one file. */
export function pseudonyms(): Pseudonyms {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  return {
    of: (kind, text) => {
      const key = `${kind}\u0000${text.toLowerCase()}`
      const given = known.get(key)
      if (given !== undefined) return given
      const number = (counts.get(kind) ?? 0) + 1
      counts.set(kind, number)
      const pseudonym = `${kind}-${String(number).padStart(4, '0')}`
      known.set(key, pseudonym)
      return pseudonym
    },
  }
}
