/** Gives names as "a", "a and b", "a, b and c". */
export function listed(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}

const shown = 5

/** Gives many names as the first few and how many more, sorted, so that the order of an export does not show. */
export function firstOf(names: readonly string[]): string {
  const sorted = [...names].sort()
  // One more than the few is named: "and 1 more" would be no shorter.
  if (sorted.length <= shown + 1) return sorted.join(', ')
  return `${sorted.slice(0, shown).join(', ')} and ${sorted.length - shown} more`
}
