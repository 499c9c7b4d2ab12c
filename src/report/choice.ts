import {
  type Obstacle,
  type Release,
  releases,
  type TargetCell,
  type TargetMatrix,
  type Verdict,
} from '../model/report.ts'
import { releaseName } from '../model/which-releases.ts'
import { wayName } from './comparison.ts'
import { grouped } from './pretty/words.ts'

const order: readonly Verdict[] = ['ready', 'undecided', 'blocked', 'unusable']

/** Says which target is nearest, and how to ask for all about it. */
export function choice({ cells, releases: today }: TargetMatrix): string {
  const newest = releases.findLast((release) => today.includes(release))
  const onward = cells.filter(({ target }) => newest === undefined || isNewer(target, newest))
  const [best] = [...onward].sort(nearer)
  if (best === undefined)
    return `a target: the servers run ${newest ? releaseName(newest) : 'none'} already, and none is newer`
  return `${wayName(best)}: ${reason(best)}. --target ${best.target} --method ${best.method} tells everything about it`
}

function reason({ verdict, blocking, waiting }: TargetCell): string {
  switch (verdict) {
    case 'ready':
      return 'the newest release that nothing stands in the way of'
    case 'undecided':
      return `nothing is known to stand in the way, and the fewest rules are undecided (${grouped(waiting.length)})`
    default:
      // Where nothing that counts blocks, too much is suppressed.
      if (blocking.length === 0) return 'only what is suppressed stands in the way, of which there is too much'
      return `the fewest findings stand in the way (${grouped(sum(blocking))})`
  }
}

function nearer(one: TargetCell, other: TargetCell): number {
  return (
    order.indexOf(one.verdict) - order.indexOf(other.verdict) ||
    sum(one.blocking) - sum(other.blocking) ||
    one.waiting.length - other.waiting.length ||
    releases.indexOf(other.target) - releases.indexOf(one.target)
  )
}

function sum(obstacles: readonly Obstacle[]): number {
  return obstacles.reduce((total, { count }) => total + count, 0)
}

function isNewer(one: Release, other: Release): boolean {
  return releases.indexOf(one) > releases.indexOf(other)
}
