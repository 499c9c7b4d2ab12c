import type { Estate } from '../inventory/estate.ts'
import { releaseOf } from '../inventory/facts/releases.ts'
import { rdsRoles } from '../inventory/facts/roles.ts'
import { type Chain, isDisputed, shortestChains, undisputedChains } from '../inventory/upgrade-paths.ts'
import { type Release, releases } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { Unknown } from '../model/unknown.ts'
import { releaseName } from '../model/which-releases.ts'

/** Gives the target in the planner's section; where nobody named one, all of them as comments, with how far each is in place. */
export function targetLines(estate: Estate, target: Release | undefined): readonly string[] {
  const head = '  # The release that the deployment moves to.'
  if (target !== undefined) return [head, `  target: "${target}"`]
  const today = runningToday(estate)
  return [
    `${head} Nobody has named one: choose, and take away the # before one line.`,
    '  # rds-lint INVENTORY --target all says what stands in the way of each, rds-lint paths what Microsoft documents.',
    ...supportedTargets.map((one) => `  # target: "${one}"${' '.repeat(7 - one.length)}${remark(today, one)}`),
  ]
}

function runningToday(estate: Estate): readonly Release[] {
  const found = estate.servers.flatMap((server) => {
    const roles = rdsRoles(estate, server)
    const release = roles instanceof Unknown || roles.length === 0 ? undefined : releaseOf(estate, server)
    return release === undefined || release instanceof Unknown ? [] : [release]
  })
  return releases.filter((release) => found.includes(release))
}

function remark(today: readonly Release[], target: Release): string {
  const parts = today.map((from) => `${releaseName(from)} ${distance(from, target)}`)
  return parts.length === 0 ? '' : `# in place: ${parts.join('; ')}`
}

function distance(from: Release, target: Release): string {
  if (from === target) return 'is there already'
  if (releases.indexOf(from) > releases.indexOf(target)) return 'is newer'
  const chains = shortestChains(from, target)
  const [short] = chains
  if (short === undefined) return 'not at all'
  const way = short.length === 2 ? 'in one upgrade' : byWayOf(chains)
  const longer = undisputedChains(from, target)
  if (!isDisputed(short)) return way
  return `${way}, on which pages disagree${longer.length === 0 ? '' : `, else ${byWayOf(longer)}`}`
}

function byWayOf(chains: readonly Chain[]): string {
  return chains.map((chain) => `by way of ${chain.slice(1, -1).map(releaseName).join(' and ')}`).join(' or ')
}
