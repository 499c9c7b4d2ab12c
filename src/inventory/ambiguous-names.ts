import { show } from '../model/show.ts'
import type { Inventory } from './inventory.ts'
import { fold } from './names.ts'
import type { Problem } from './problem.ts'

/** Warns of each entry in `servers` whose name an earlier one has, without regard to case. */
export function ambiguousNames({ servers = [] }: Inventory): readonly Problem[] {
  const seen = new Set<string>()
  return servers.flatMap(({ name }, index) => {
    const folded = fold(name)
    if (!seen.has(folded)) {
      seen.add(folded)
      return []
    }
    const message = `${show(name)} is listed twice in servers, so that nobody can tell which entry is meant; merge them`
    return [{ code: 'ambiguous-name', severity: 'warning', message, pointer: `/servers/${index}/name` }]
  })
}
