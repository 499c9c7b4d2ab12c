/** Orders names, of which those that differ in case alone stand side by side. */
export function byName(one: string, other: string): number {
  return byText(one.toLowerCase(), other.toLowerCase()) || byText(one, other)
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
