import { groupBy } from '../../model/group-by.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { merge, Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import { fold, shortOf } from '../names.ts'
import type { Fact } from './fact.ts'
import { findServer, sameServer } from './servers.ts'

/**
 * The servers that a list names, each once, in order, as `servers` spells them; incomplete as the list is. Unknown where two
 * names may or may not denote one server.
 */
export function eachOnce(estate: Estate, names: readonly string[]): readonly string[] | Unknown {
  const spellings = new Map<string, string>()
  for (const name of names) {
    const spelling = spellingOf(estate, name)
    const key = fold(spelling)
    const known = spellings.get(key)
    // Of the spellings of a server without an entry, whichever comes first in order.
    if (known === undefined || spelling < known) spellings.set(key, spelling)
  }
  const groups = groupBy([...spellings.values()], (name) => shortOf(fold(name))).map((group) => merged(estate, group))
  const unclear = merge(groups)
  return unclear ?? incomplete((groups as readonly (readonly string[])[]).flat().sort(), restOf(names) ?? [])
}

/** Names that begin alike, each server once: only the short one among them can denote what another one denotes. */
function merged(estate: Estate, group: readonly string[]): readonly string[] | Unknown {
  const short = group.find((name) => shortOf(fold(name)) === fold(name))
  if (short === undefined || group.length === 1) return group
  const others = group.filter((name) => name !== short)
  const answers = others.map((name) => sameServer(estate, short, name))
  const twins = answers.filter((answer) => answer === true).length
  return merge(answers) ?? (twins > 1 ? unknown(estate.inventory, 'servers', short) : twins === 1 ? others : group)
}

function spellingOf(estate: Estate, name: string): string {
  const server = findServer(estate, name)
  return server === undefined || server instanceof Unknown ? name : server.name
}

export const eachOnceFacts: readonly Fact[] = [
  {
    name: 'eachOnce',
    takes: ['list(string)'],
    gives: 'list(string)',
    says: 'The servers that a list names, each once; not known where two names may or may not denote one server.',
    of: eachOnce,
  },
]
