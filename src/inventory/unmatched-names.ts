import { restOf } from '../model/incomplete-list.ts'
import { nearest } from '../model/nearest.ts'
import { showWord } from '../model/show.ts'
import type { Deployment, Inventory, ServerMove } from './inventory.ts'
import { fold, indexNames, shortOf } from './names.ts'
import { parsePath } from './paths.ts'
import { addProblem, type Problem } from './problem.ts'

/**
 * Warns of each source in `migration.servers` that nothing in the inventory bears: mistyped, it would not retire the server
 * that is meant. None where nobody told all servers, nor after the move, when what has retired is gone.
 */
export function unmatchedNames(inventory: Inventory): readonly Problem[] {
  const { servers, migration } = inventory
  const moves = migration?.servers ?? []
  if (!servers || restOf(servers) || moves.length === 0 || migration?.phase === 'after') return []
  const names = servers.map(({ name }) => name)
  const borne = indexNames([...names, ...namesElsewhere(inventory)])
  const problems: Problem[] = []
  for (const [index, { source }] of moves.entries()) {
    if (borne.find(source).length === 0)
      addProblem(problems, () => unmatched(source, index, withoutDestinations(names, moves)))
  }
  return problems
}

// Successors are often named as what they replace but for a digit; none of them is what retires.
function withoutDestinations(names: readonly string[], moves: readonly ServerMove[]): readonly string[] {
  const { find } = indexNames(names)
  const successors = new Set(moves.flatMap(({ destination }) => (destination === undefined ? [] : find(destination))))
  return names.filter((_, position) => !successors.has(position))
}

/** Names of machines that an inventory knows without an entry in `servers`. */
export function namesElsewhere({ deployment, migration }: Inventory): readonly string[] {
  const { sessionCollections = [], virtualDesktopCollections = [] } = deployment ?? {}
  const disks = [...sessionCollections, ...virtualDesktopCollections].map(({ profileDisks }) => profileDisks?.location)
  const moved = (migration?.profileDiskLocations ?? []).map(({ source }) => source)
  const locations = [...disks, ...moved].filter((location) => typeof location === 'string').map(parsePath)
  return [
    ...locations.flatMap((path) => (path.kind === 'unc' ? [path.server] : [])),
    ...sessionCollections.flatMap(({ sessionHosts = [] }) => sessionHosts.map(({ server }) => server)),
    ...virtualDesktopCollections.flatMap(({ virtualDesktops = [] }) =>
      virtualDesktops.flatMap(({ host }) => host ?? []),
    ),
    ...brokersOf(deployment),
    ...(deployment?.licensing?.servers ?? []),
  ]
}

function brokersOf(deployment: Deployment | null | undefined): readonly string[] {
  const { activeManagementServer: active, highAvailability: set } = deployment ?? {}
  return [
    ...(set?.connectionBrokers ?? []),
    ...[active, set?.activeManagementServer].filter((name) => name !== undefined),
  ]
}

function unmatched(source: string, index: number, servers: readonly string[]): Problem {
  const meant = nearest(source, isShort(source) ? servers.map(shortened) : servers)
  const advice = meant === undefined ? 'check its spelling' : `did you mean ${showWord(meant)}?`
  return {
    code: 'unmatched-name',
    severity: 'warning',
    message: `${showWord(source)} is no server of this inventory; ${advice}`,
    pointer: `/migration/servers/${index}/source`,
  }
}

function isShort(name: string): boolean {
  return shortOf(fold(name)) === fold(name)
}

/** What stands before the first dot of a name, as written. */
function shortened(name: string): string {
  return name.slice(0, shortOf(fold(name)).length)
}
