import type { ComparedValue } from '../model/comparison.ts'
import { all, any } from './answers.ts'
import { type ServerNames, type Side, sameServer } from './server-names.ts'
import { type Trait, trait } from './traits.ts'

/** The servers of a set: the same where each earlier one, or what takes its place, is a member later, and nobody else. */
export function membersTrait(members: readonly string[] | null | undefined, side: Side, names: ServerNames): Trait {
  if (!members || side === 'after') return trait(members)
  return trait(members, (later) => sameMembers(members, later, names))
}

function sameMembers(before: readonly string[], later: ComparedValue, names: ServerNames): boolean | undefined {
  if (!Array.isArray(later)) return false
  const own = before.map((name) => names.before(name))
  const others = later.map((name) => names.after(name))
  return all([
    ...own.map((one) => any(others.map((other) => sameServer(one, other)))),
    ...others.map((other) => any(own.map((one) => sameServer(one, other)))),
  ])
}
