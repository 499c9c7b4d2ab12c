import { show } from '../model/show.ts'
import type { Inventory } from './inventory.ts'
import { fold } from './names.ts'
import { addProblem, type Problem } from './problem.ts'

/** Warns of each entry in `servers` whose name an earlier one has, without regard to case. */
export function ambiguousNames({ servers = [] }: Inventory): readonly Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const [index, { name }] of servers.entries()) {
    const folded = fold(name)
    if (seen.has(folded)) addProblem(problems, () => ambiguous(name, index))
    else seen.add(folded)
  }
  return problems
}

function ambiguous(name: string, index: number): Problem {
  const message = `${show(name)} is listed twice in servers, so that nobody can tell which entry is meant; merge them`
  return { code: 'ambiguous-name', severity: 'warning', message, pointer: `/servers/${index}/name` }
}
