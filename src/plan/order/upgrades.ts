import { canHold } from '../../inventory/facts/license-versions.ts'
import { listedLicenseServers } from '../../inventory/facts/licensing.ts'
import { releaseOf } from '../../inventory/facts/releases.ts'
import { type Chain, isDisputed, shortestChains, undisputedChains } from '../../inventory/upgrade-paths.ts'
import { restOf } from '../../model/incomplete-list.ts'
import type { PlanCategory } from '../../model/plan-report.ts'
import type { Release } from '../../model/report.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Operation } from '../operation.ts'
import { membersOf } from '../preconditions/collections.ts'
import { servesDesktops } from '../preconditions/desktops.ts'
import { sameName } from '../state/names.ts'
import type { Draft, Place } from './draft.ts'
import type { Scene } from './scene.ts'

/** The upgrade of a server in place, hop by hop, with what each of its roles wants before and after. */
export function upgrade(scene: Scene, category: PlanCategory, server: string): readonly Draft[] {
  const hops = hopsOf(scene, server)
  const last = hops.at(-1)
  const place = { category, migrates: server }
  const before = { ...place, prepares: last ? [last] : [] }
  const after = { ...place, follows: last ? [last] : [] }
  if (last) scene.upgraded.set(scene.identity(server), last)
  const runsMachines = servesDesktops(scene.estate, server) === true
  return [
    ...(category === 'session-collections' ? [] : outOfUse(scene, server, before)),
    ...(runsMachines ? [{ ...before, operation: { shutDownMachines: { host: server } } }] : []),
    ...hops.map((operation) => ({ ...place, operation })),
    ...(runsMachines ? [{ ...after, operation: { startMachines: { host: server } } }] : []),
  ]
}

/**
 * A session host that is upgraded for another role is drained and signed out; with others in its collection it leaves that
 * too, which would be openly mixed else, and so it does alone where its licence server comes later.
 */
function outOfUse(scene: Scene, host: string, place: Place): readonly Draft[] {
  const members = membersOf(scene.estate, host)
  if (members.length === 0) return []
  const isEarly = outrunsLicences(scene, host)
  // Half way, a host that left alone has to come back, whatever licence servers there are now.
  const isStill = (name: string) => membersOf(scene.now, host).some(({ collection }) => sameName(collection.name, name))
  const left = members
    .filter(({ collection: { name, sessionHosts = [] } }) => isEarly || sessionHosts.length > 1 || !isStill(name))
    .map(({ collection }): Operation => ({ removeHost: { collection: collection.name, host } }))
  if (left.length > 0) scene.away.add(scene.identity(host))
  const first = left.length > 0 ? { ...place, prepares: left } : place
  return [
    { ...first, operation: { drain: { host } } },
    { ...first, operation: { signOut: { host } } },
    ...left.map((operation) => ({ ...place, operation })),
  ]
}

/** Whether no licence server that is listed can hold the licences for a session host once it is upgraded, nor is one upgraded before. */
function outrunsLicences({ estate, upgraded, identity }: Scene, host: string): boolean {
  const listed = listedLicenseServers(estate)
  const isTooOld = (server: string) =>
    identity(server) !== identity(host) &&
    !upgraded.has(identity(server)) &&
    canHold(estate, server, estate.target) === false
  return listed.length > 0 && restOf(listed) === undefined && listed.every(isTooOld)
}

function hopsOf({ estate }: Scene, server: string): readonly Operation[] {
  const release = releaseOf(estate, server)
  const chain = release instanceof Unknown ? undefined : chainOf(release, estate.target)
  if (chain === undefined) return [{ upgradeServer: { server } }]
  return chain
    .slice(1)
    .map((to) => (to === estate.target ? { upgradeServer: { server } } : { upgradeServer: { server, to } }))
}

/** The way that a plan takes: one without a disputed upgrade where there is one, of several the one with the newest stops. */
function chainOf(from: Release, to: Release): Chain | undefined {
  const shortest = shortestChains(from, to)
  const ways = shortest.some((chain) => !isDisputed(chain)) ? shortest : undisputedChains(from, to)
  return ways.at(-1) ?? shortest.at(-1)
}
