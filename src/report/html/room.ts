/** Keeps account of what a page may still hold, so that it stays one that a browser shows at once. */
export interface Room {
  /** Takes as many of the elements, from the first, as there is room for. */
  readonly take: <T>(elements: readonly T[]) => readonly T[]
}

/** Gives room for so many elements. */
export function roomOf(elements: number): Room {
  let left = elements
  return {
    take: (wanted) => {
      const taken = wanted.length > left ? wanted.slice(0, left) : wanted
      left -= taken.length
      return taken
    },
  }
}
