import type { Json } from '../statement.ts'

/** An object of what is known: properties that are undefined are left out. */
export function told(values: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Compares objects by a text that each has, in the order of its code units. */
export function by(
  name: string,
): (one: Readonly<Record<string, Json>>, other: Readonly<Record<string, Json>>) => number {
  return (one, other) => {
    const [first, second] = [String(one[name] ?? ''), String(other[name] ?? '')]
    return first < second ? -1 : first > second ? 1 : 0
  }
}
