/** A source of chance that gives the same from the same seed on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Each element with this probability, in the order of the list. */
  readonly some: <T>(list: readonly T[], probability: number) => readonly T[]
  /** The same elements in another order. */
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

/** Makes a source of chance by mulberry32 (Tommy Ettinger, public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const chance = (probability: number) => next() < probability
  return {
    below,
    chance,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[below(list.length)] as T
    },
    some: (list, probability) => list.filter(() => chance(probability)),
    shuffled: <T>(list: readonly T[]) => {
      const order = [...list]
      for (let last = order.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const moved = order[last] as T
        order[last] = order[other] as T
        order[other] = moved
      }
      return order
    },
  }
}
