import { upgradePaths } from '../../../generated/tables.ts'
import { listed } from '../../model/listed.ts'
import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { Server } from '../inventory.ts'
import {
  type Chain,
  directPath,
  isClusterStep,
  isDisputed,
  shortestChains,
  undisputedChains,
} from '../upgrade-paths.ts'
import type { Fact } from './fact.ts'
import { releaseOf, windowsName } from './releases.ts'

/** Whether a release goes to the target in one upgrade in place, disputed or not. */
export function hasDirectPath({ target }: Estate, release: string): boolean {
  return directPath(release, target) !== undefined
}

/**
 * Whether Microsoft's pages disagree on the upgrade of a server to the target. Where they disagree on no upgrade to it, that
 * is false whatever the server runs (docs/decisions/readings.md).
 */
export function isPathDisputed(estate: Estate, server: Server): Truth {
  const { target } = estate
  if (!upgradePaths.some(({ to, disputed }) => to === target && disputed)) return false
  const release = releaseOf(estate, server)
  return release instanceof Unknown ? release : directPath(release, target) === 'disputed'
}

/**
 * The stops on the documented ways from a release to the target, for a sentence: "through Windows Server 2016, or through
 * Windows Server 2019". The shortest ways, and where pages disagree on them those on which they agree. Empty without a stop.
 */
export function upgradeStops({ target }: Estate, release: string): string {
  const shortest = shortestChains(release, target)
  const chains = [...shortest, ...(shortest.some(isDisputed) ? undisputedChains(release, target) : [])]
  const ways = chains.filter(({ length }) => length > 2).map(stopsOf)
  return ways.join(', or ')
}

function stopsOf(chain: Chain): string {
  const through = `through ${listed(chain.slice(1, -1).map(windowsName))}`
  return isDisputed(chain) ? `${through} (pages disagree on that way)` : through
}

export const upgradePathFacts: readonly Fact[] = [
  {
    name: 'hasDirectPath',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether a release goes to the target in one upgrade in place, whether or not pages disagree on it.',
    of: hasDirectPath,
  },
  {
    name: 'pathDisputed',
    takes: ['Server'],
    gives: 'bool',
    says: "Whether Microsoft's pages disagree on the upgrade of a server to the target.",
    of: isPathDisputed,
  },
  {
    name: 'clusterStep',
    takes: ['string'],
    gives: 'bool',
    says: 'Whether the target is the release that a cluster of a release may be upgraded to.',
    of: ({ target }: Estate, release: string) => isClusterStep(release, target),
  },
  {
    name: 'upgradeStops',
    takes: ['string'],
    gives: 'string',
    says: 'The stops on the documented ways from a release to the target, as text: the shortest, and those that no page disputes.',
    of: upgradeStops,
  },
]
