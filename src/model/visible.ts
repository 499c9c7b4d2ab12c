// Controls, format characters (bidi, zero width, tags, marks), lone surrogates, separators of lines, non-characters.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu
const ordinary = /^[ -~]*$/
// `##[…]` and `##vso[…]` are commands to Azure Pipelines wherever they stand in a line.
const anywhere = /#(?=#(?:vso)?\[)/gi
// `::name` is a command to GitHub Actions at the start of a line, white space before it ignored.
const atStart = /(^|\s):(?=:[a-z])/gi

/** Gives the text with everything that a terminal or a build log would obey, hide or reorder written as `\u{…}`. */
export function visible(text: string): string {
  if (ordinary.test(text) && !text.includes('::') && !text.includes('##')) return text
  return text.replace(unseen, escaped).replace(anywhere, escaped).replace(atStart, '$1\\u{3a}')
}

/** Gives at most `limit` UTF-16 units of a text: its start and its end around `gap`. */
export function shortened(text: string, limit: number, gap = '…'): string {
  if (text.length <= limit) return text
  const room = Math.max(limit - gap.length, 2)
  const head = text.slice(0, Math.ceil(room / 2))
  const tail = text.slice(text.length - Math.floor(room / 2))
  // Half a surrogate pair at either cut goes with its other half.
  return head.replace(/[\ud800-\udbff]$/, '') + gap + tail.replace(/^[\udc00-\udfff]/, '')
}

/** Gives a text visible and short: no word longer than `word` units, no more than `whole` in all. */
export function legible(text: string, word: number, whole: number, gap = '…'): string {
  // The first cut keeps a name of a megabyte away from the patterns below.
  const shown = visible(shortened(text, whole * 2, gap))
  if (shown.length <= word) return shown
  return shortened(
    shown.replace(/\S+/g, (one) => shortened(one, word, gap)),
    whole,
    gap,
  )
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
