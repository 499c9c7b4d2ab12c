import type { Estate } from '../../inventory/estate.ts'
import { licencesOf } from '../../inventory/facts/key-packs.ts'
import { findServer } from '../../inventory/facts/servers.ts'
import type { Server } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'
import { movable } from '../operations/replace-server.ts'
import { named, sessionCollections } from '../preconditions/collections.ts'
import { isOn } from '../preconditions/licences.ts'

/** Whether a successor holds every role of Web Access and Gateway, or has every feature, that a server had, and the server has none of them. */
export function isTaken(now: Estate, view: Estate, name: string, by: string): boolean {
  const [old, successor] = [entry(view, name), entry(now, by)]
  if (!old || !successor) return false
  const isDeployed = (old.roles ?? []).some((role) => movable.includes(role))
  const held = (server: Server) => (isDeployed ? server.roles : server.installedFeatures)
  const moved = (list: readonly string[]) =>
    list.filter((item) => (isDeployed ? movable.some((role) => role === item) : /^RDS-/i.test(item)))
  const before = moved(held(old) ?? [])
  const after = new Set(held(successor)?.map((item) => item.toLowerCase()))
  const isThere = before.length > 0 && before.every((item) => after.has(item.toLowerCase()))
  return isThere && isGone(findServer(now, name), held, moved)
}

/** Whether a server is known to be gone, or to hold nothing of what moves any more. */
function isGone(
  left: Server | Unknown | undefined,
  held: (server: Server) => readonly string[] | undefined,
  moved: (list: readonly string[]) => readonly string[],
): boolean {
  if (left === undefined || left instanceof Unknown) return left === undefined
  const list = held(left)
  return list !== undefined && !restOf(list) && moved(list).length === 0
}

/** Whether a collection is gone or has nothing that another one has not published too, and the other one is there. */
export function isPublished(now: Estate, from: string, to: string): boolean {
  const collections = sessionCollections(now)
  const [source, destination] = [named(collections, from), named(collections, to)]
  if (!destination || destination instanceof Unknown || source instanceof Unknown) return false
  if (source === undefined) return true
  const pairs = [
    [source.remoteApps?.map(({ alias }) => alias), destination.remoteApps?.map(({ alias }) => alias)],
    [source.userGroups, destination.userGroups],
  ] as const
  return pairs.every(([one, other]) => {
    const there = new Set(other?.map((item) => item.toLowerCase()))
    return one !== undefined && !restOf(one) && one.every((item) => there.has(item.toLowerCase()))
  })
}

/** Whether a session collection is known to be there. */
export function isThere(now: Estate, name: string): boolean {
  const found = named(sessionCollections(now), name)
  return found !== undefined && !(found instanceof Unknown)
}

/** Whether every virtual machine of a host is known to be off, or running. */
export function machinesAre(now: Estate, name: string, state: 'off' | 'running'): boolean {
  const host = entry(now, name)?.virtualizationHost
  if (host === null) return true
  const machines = host?.virtualMachines
  return machines !== undefined && !restOf(machines) && machines.every((one) => one.state?.toLowerCase() === state)
}

/** Whether every licence that a server had is on another one. */
export function packsAreOn(now: Estate, view: Estate, from: string, to: string): boolean {
  const [source, destination] = [entry(view, from), entry(now, to)]
  if (!source || !destination) return false
  const { sure, unclear, rest } = licencesOf(source)
  if (sure.length === 0 || unclear.length + rest.length > 0) return false
  return sure.every((pack) => isOn(now, pack, destination) === true)
}

function entry(estate: Estate, name: string): Server | undefined {
  const found = findServer(estate, name)
  return found instanceof Unknown ? undefined : found
}
