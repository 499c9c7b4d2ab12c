import { restOf } from '../../src/model/incomplete-list.ts'
import { Unknown } from '../../src/model/unknown.ts'

/** Writes what a fact gives so that tests read well: of an unknown value and of an incomplete list, the missing properties. */
export function outcome(value: unknown): unknown {
  if (value instanceof Unknown) return `not known: ${value.facts.map(({ key, name }) => name ?? key).join(', ')}`
  const rest = Array.isArray(value) ? restOf(value) : undefined
  return rest
    ? [...(value as unknown[]), `and what is in: ${rest.map(({ key, name }) => name ?? key).join(', ')}`]
    : value
}
