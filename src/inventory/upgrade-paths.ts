import { clusterSteps, upgradePaths } from '../../generated/tables.ts'
import { type Release, releases } from '../model/report.ts'

/** Releases that a server goes through in place, one upgrade after another: the first is its own, the last the target. */
export type Chain = readonly Release[]

/**
 * How a release goes to another one in place, in one step: `allowed`, or `disputed` where the operating system's table allows
 * it and the page on Remote Desktop Services does not; undefined where there is no direct way (rules/data/upgrade-paths.yaml).
 */
export function directPath(from: string, to: string): 'allowed' | 'disputed' | undefined {
  const path = upgradePaths.find((row) => row.from === from && row.to === to)
  return path && (path.disputed ? 'disputed' : 'allowed')
}

/**
 * The documented ways in place with the fewest upgrades, in the order of releases; none where there is no way, or where both
 * releases are the same. Where some of them have no disputed step, only those.
 */
export function shortestChains(from: string, to: string): readonly Chain[] {
  const chains = shortest(from, to, (path) => path !== undefined)
  const undisputed = chains.filter((chain) => !isDisputed(chain))
  return undisputed.length > 0 ? undisputed : chains
}

/** The documented ways in place without a disputed step that have the fewest upgrades; they may be longer than others. */
export function undisputedChains(from: string, to: string): readonly Chain[] {
  return shortest(from, to, (path) => path === 'allowed')
}

/** Whether Microsoft's pages disagree on a step of a way. */
export function isDisputed(chain: Chain): boolean {
  return chain.some((release, index) => index > 0 && directPath(chain[index - 1] ?? '', release) === 'disputed')
}

/** Whether the nodes of a cluster take this step in place: a cluster upgrades one release at a time (rules/data/cluster-steps.yaml). */
export function isClusterStep(from: string, to: string): boolean {
  return clusterSteps.some((row) => row.from === from && row.to === to)
}

/** Level by level, so that all shortest chains are there at once. Every upgrade leads to a newer release, so that it ends. */
function shortest(
  from: string,
  to: string,
  allows: (path: ReturnType<typeof directPath>) => boolean,
): readonly Chain[] {
  let chains: readonly Chain[] = releases
    .filter((release) => release === from && from !== to)
    .map((release) => [release])
  while (chains.length > 0) {
    chains = chains.flatMap((chain) =>
      releases.filter((next) => allows(directPath(chain.at(-1) ?? from, next))).map((next) => [...chain, next]),
    )
    const arrived = chains.filter((chain) => chain.at(-1) === to)
    if (arrived.length > 0) return arrived
  }
  return []
}
