const ascii = /^[ -~]*$/
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const none = /[\p{Mn}\p{Me}]/u

/** Gives how many columns of a terminal a visible text takes; East Asian letters and emoji take two. */
export function columns(text: string): number {
  if (ascii.test(text)) return text.length
  let sum = 0
  for (const letter of text) sum += none.test(letter) ? 0 : wide.test(letter) ? 2 : 1
  return sum
}

/** Letters that a long name may be broken after. */
const joints = /[-\\/._,;=]/

/** Gives the longest start of a text that fits into `width` columns, at least one letter, preferably up to a joint, and the rest. */
export function cut(text: string, width: number): readonly [head: string, rest: string] {
  const letters = [...text]
  let count = 0
  let used = 0
  while (count < letters.length) {
    used += columns(letters[count] ?? '')
    if (used > width && count > 0) break
    count++
  }
  if (count < letters.length) count = atJoint(letters, count)
  // A line must not start with `::`, which build logs obey.
  while (count > 1 && letters[count] === ':') count--
  return [letters.slice(0, count).join(''), letters.slice(count).join('')]
}

/** The last joint among the letters that fit, not too near to their start, or else all that fit. */
function atJoint(letters: readonly string[], count: number): number {
  for (let at = count; at > count / 4; at--) {
    if (joints.test(letters[at - 1] ?? '')) return at
  }
  return count
}
