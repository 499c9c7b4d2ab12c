import { nearest } from './nearest.ts'
import { legible } from './visible.ts'

/** Says of the first of the wanted ids that no rule has that none has it, without case; undefined where all are known. */
export function unknownRule(wanted: readonly string[], ids: readonly string[]): string | undefined {
  const unknown = wanted.find((id) => !ids.includes(id.toLowerCase()))
  return unknown === undefined ? undefined : noSuchRule(unknown, ids)
}

/** Says that no rule has an id, and which one was meant. */
export function noSuchRule(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids)
  const advice = near === undefined ? 'rds-lint rules lists them all' : `did you mean ${near}?`
  return `there is no rule ${legible(id, 80, 80)}; ${advice}`
}
