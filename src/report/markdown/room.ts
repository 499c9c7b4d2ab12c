const ascii = /^[\0-\x7f]*$/

/** Keeps account of the bytes that a page may still hold. */
export interface Room {
  /** Takes the bytes that a text needs, a line end included; false, and nothing taken, where there is no room for it. */
  readonly take: (text: string) => boolean
}

/** Gives room for so many bytes of UTF-8. Once a text had no room, no other has, so that nothing is left out in the middle. */
export function roomOf(bytes: number): Room {
  let left = bytes
  return {
    take: (text) => {
      const size = (ascii.test(text) ? text.length : new TextEncoder().encode(text).length) + 2
      left = size > left ? 0 : left - size
      return left > 0
    },
  }
}
