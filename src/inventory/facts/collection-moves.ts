import { restOf } from '../../model/incomplete-list.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { SessionCollection } from '../inventory.ts'
import type { Fact } from './fact.ts'

/**
 * Whether the plan names a new collection that takes the place of a session collection; names compare without case. Without
 * a list of such moves none is planned.
 */
export function isReplaced({ inventory }: Estate, collection: SessionCollection): Truth {
  const moves = inventory.migration?.collections ?? []
  const name = collection.name.toLowerCase()
  if (moves.some(({ source }) => source.toLowerCase() === name)) return true
  const rest = restOf(moves)
  return rest ? new Unknown(rest) : false
}

export const collectionMoveFacts: readonly Fact[] = [
  {
    name: 'replaced',
    takes: ['SessionCollection'],
    gives: 'bool',
    says: 'Whether the plan names a new session collection that takes the place of one.',
    of: isReplaced,
  },
]
