import { releaseOf } from '../../inventory/facts/releases.ts'
import type { SessionCollection } from '../../inventory/inventory.ts'
import { sameName } from '../state/names.ts'
import { movesAcross, nameAfter } from './created.ts'
import { isThere } from './done-parts.ts'
import { type Scene, successorOf } from './scene.ts'

/** What becomes of a session collection and of its hosts. */
export interface CollectionMove {
  readonly collection: SessionCollection
  /** The new collection that takes its place; absent where it stays. */
  readonly replacement?: string
  /** Hosts that leave for good. */
  readonly leaving: readonly string[]
  /** Servers that take their places, each with the host that it comes for. */
  readonly joining: readonly { readonly host: string; readonly comesFor: string }[]
  /** Hosts that are upgraded while others serve. */
  readonly early: readonly string[]
  /** Hosts that are upgraded after those. */
  readonly late: readonly string[]
  /** Hosts that an earlier stage upgraded, and left drained. */
  readonly returning: readonly string[]
  /** Hosts that stay as they are. */
  readonly staying: readonly string[]
  /** Servers that came in the place of others already. */
  readonly newcomers: readonly string[]
}

/** Says what becomes of a session collection; undefined where its hosts are not told. */
export function moveOf(scene: Scene, collection: SessionCollection): CollectionMove | undefined {
  if (!collection.sessionHosts) return undefined
  const all = [...new Set(collection.sessionHosts.map(({ server }) => scene.name(server)))]
  const successors = new Set(all.flatMap((host) => scene.successor(host) ?? []))
  const newcomers = all.filter((host) => successors.has(host))
  const hosts = all.filter((host) => !successors.has(host))
  const isUpgraded = (host: string) => scene.upgraded.has(scene.identity(host))
  const isNewServers = scene.estate.method === 'migrate'
  const goingAway = hosts.filter(
    (host) => scene.retires(host) || (isNewServers && scene.isOld(host) && !isUpgraded(host)),
  )
  const leaving = goingAway.filter((host) => !scene.away.has(scene.identity(host)))
  const kept = hosts.filter((host) => !goingAway.includes(host))
  const upgrading = isNewServers ? [] : kept.filter((host) => scene.isOld(host) && !isUpgraded(host))
  const returning = kept.filter(isUpgraded)
  const staying = kept.filter((host) => !upgrading.includes(host) && !isUpgraded(host))
  const arrivals = goingAway.map((comesFor) => ({ host: successorOf(scene, comesFor), comesFor }))
  const joining = arrivals.filter(({ host }, index) => arrivals.findIndex((one) => one.host === host) === index)
  const serving = staying.length + returning.length + joining.length
  const half = serving > 0 || upgrading.length < 2 ? 0 : Math.floor(upgrading.length / 2)
  const replacement = replacementOf(scene, collection, goingAway, { returning, others: [...staying, ...newcomers] })
  return {
    collection,
    ...(replacement === undefined ? {} : { replacement }),
    ...{ leaving, joining, returning, staying, newcomers },
    early: upgrading.slice(0, half),
    late: upgrading.slice(half),
  }
}

/**
 * The collection that takes the place of one: the one that is planned; else, where hosts do not move across releases, one that
 * is called after the target. A collection that holds hosts of the target already goes on as it is.
 */
function replacementOf(
  { estate, now, hasBegun }: Scene,
  { name }: SessionCollection,
  leaving: readonly string[],
  kept: { readonly returning: readonly string[]; readonly others: readonly string[] },
): string | undefined {
  if (estate.method !== 'migrate') return undefined
  const planned = estate.inventory.migration?.collections?.find(({ source }) => sameName(source, name))
  // Its hosts may have left already, and nobody remembers them.
  const isMade = planned && hasBegun && isThere(now, planned.destination)
  if (planned && (isMade || leaving.length > 0)) return planned.destination
  if (leaving.length === 0) return undefined
  const isAtTarget = (host: string) => releaseOf(estate, host) === estate.target
  const holdsTarget = kept.returning.length > 0 || kept.others.some(isAtTarget)
  if (movesAcross(estate.target) || leaving.every(isAtTarget) || holdsTarget) return undefined
  return nameAfter(name, estate.target, estate.inventory.deployment?.sessionCollections ?? [])
}
