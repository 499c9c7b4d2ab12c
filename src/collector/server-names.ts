import { fold, indexNames, shortOf } from '../inventory/names.ts'
import type { Statement } from './statement.ts'

/**
 * Gives for each name of a server the one that its entry gets: the first full name told of it, else the first name. A short
 * name that fits several full ones stays apart.
 */
export function canonicalNames(told: readonly { readonly statement: Statement }[]): (name: string) => string {
  const spellings = new Map<string, string>()
  for (const { statement } of told) {
    if (statement.kind !== 'is' && statement.kind !== 'whole' && statement.kind !== 'others') continue
    const [step] = statement.path
    if (typeof step !== 'object' || step.list !== 'servers') continue
    const folded = fold(step.name)
    if (!spellings.has(folded)) spellings.set(folded, step.name)
  }
  const full = [...spellings.keys()].filter((name) => shortOf(name) !== name)
  const index = indexNames(full)
  return (name) => {
    const folded = fold(name)
    const [position, another] = shortOf(folded) === folded ? index.find(folded) : []
    const found = position === undefined || another !== undefined ? folded : (full[position] ?? folded)
    return spellings.get(found) ?? name
  }
}
