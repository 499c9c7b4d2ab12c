import type { SessionCollection, VirtualDesktopCollection } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Operation } from '../operation.ts'
import { desktopCollections, named, sessionCollections } from '../preconditions/collections.ts'
import { sameLocation } from '../state/file-moves.ts'
import { sameName } from '../state/names.ts'
import { type CollectionMove, moveOf } from './collection-move.ts'
import { type DiskGroup, diskGroups, diskLocation, mayMove, movesFor, untoldDisks } from './disk-moves.ts'
import type { Draft } from './draft.ts'
import { type HostSteps, hostSteps, replacementSteps } from './host-steps.ts'
import { idleHosts } from './idle-hosts.ts'
import type { Scene } from './scene.ts'

const category = 'session-collections'

/** A collection as it moves, or the desktops that share its profile disks and have to be off meanwhile. */
type Member =
  | { readonly move: CollectionMove; readonly collection: SessionCollection }
  | { readonly desktops: VirtualDesktopCollection; readonly collection: VirtualDesktopCollection }

/** The stage of the session collections: old hosts are drained before new ones join, so that none is ever openly mixed. */
export function sessionStage(scene: Scene): readonly Draft[] {
  const collections = sessionCollections(scene.estate)
  if (restOf(collections))
    scene.gap(category, 'Not all session collections are known; those that are not have no steps here.')
  const isReplacement = ({ name }: SessionCollection) =>
    scene.estate.inventory.migration?.collections?.some(({ destination }) => sameName(destination, name)) ?? false
  const moves = collections.flatMap((collection) => {
    const move = isReplacement(collection) ? undefined : moveOf(scene, collection)
    if (!collection.sessionHosts || restOf(collection.sessionHosts))
      scene.gap(
        category,
        `Not all session hosts of ${collection.name} are known; those that are not have no steps here.`,
      )
    return move ? [move] : []
  })
  for (const { collection, replacement } of moves)
    if (!isReplacement(collection) && mayMove(scene, collection, replacement !== undefined))
      scene.gap(category, untoldDisks(collection))
  const desktops = desktopCollections(scene.estate)
  const members: readonly Member[] = [
    ...moves.map((move) => ({ move, collection: move.collection })),
    ...desktops.map((one) => ({ desktops: one, collection: one })),
  ]
  const steps = diskGroups(members, ({ collection }) => movesFor(scene, collection)).flatMap((group) =>
    group.members.some((member) => 'move' in member) ? groupSteps(scene, group) : [],
  )
  return [...steps, ...idleHosts(scene)]
}

function groupSteps(scene: Scene, { members, moves }: DiskGroup<Member>): readonly Draft[] {
  const sessions = members.flatMap((member) => ('move' in member ? [member.move] : []))
  const desktops = members.flatMap((member) => ('desktops' in member ? [member.desktops] : []))
  const steps = sessions.map((move) => stepsOf(scene, move, moves.length > 0))
  const points = [
    ...sessions.flatMap((move) => newLocation(scene, move, moves.length > 0)),
    ...desktops.flatMap((one) => pointed(scene, one)),
  ]
  const disks = moves.map(({ source, destination }) => ({ moveProfileDisks: { from: source, to: destination } }))
  const goals = points.map(({ operation }) => operation)
  const whileMoving = (draft: Draft): Draft => (draft.prepares?.length === 0 ? { ...draft, prepares: goals } : draft)
  if (moves.length === 0)
    return steps.flatMap((one) => [...one.drained, ...one.emptied, ...points, ...one.served, ...one.cleared])
  return [
    ...steps.flatMap((one) => one.drained.map(whileMoving)),
    ...desktops.map(
      ({ name }) => ({ category, operation: { shutDownDesktops: { collection: name } }, prepares: goals }) as const,
    ),
    ...steps.flatMap((one) => one.emptied.map(whileMoving)),
    ...disks.map((operation) => ({ category, operation, prepares: goals }) as const),
    ...points,
    ...desktops.map(
      ({ name }) => ({ category, operation: { startDesktops: { collection: name } }, follows: goals }) as const,
    ),
    ...steps.flatMap((one) => one.served.map((draft) => afterDisks(draft, goals))),
    ...steps.flatMap((one) => one.cleared),
  ]
}

function stepsOf(scene: Scene, move: CollectionMove, isEmptied: boolean): HostSteps {
  return move.replacement === undefined
    ? hostSteps(scene, move, isEmptied, isPointed(scene, move))
    : replacementSteps(scene, move, move.replacement)
}

/** A collection points at its new location; a new collection at the one that its disks will have, moved or not. */
function newLocation(scene: Scene, { collection, replacement }: CollectionMove, isMoved: boolean): readonly Draft[] {
  if (replacement === undefined && !isMoved) return []
  return pointed(scene, collection, replacement)
}

function pointed(scene: Scene, collection: Parameters<typeof diskLocation>[1], replacement?: string): readonly Draft[] {
  const location = diskLocation(scene, collection)
  if (location === undefined) return []
  return [{ category, operation: { setProfileDiskLocation: { collection: replacement ?? collection.name, location } } }]
}

/** Connections that were stopped for the disks are allowed again only after them. */
function afterDisks(draft: Draft, goals: readonly Operation[]): Draft {
  return 'allowConnections' in draft.operation ? { ...draft, follows: [...(draft.follows ?? []), ...goals] } : draft
}

/** Whether a collection uses the location already that its profile disks move to. */
function isPointed(scene: Scene, { collection }: CollectionMove): boolean {
  const location = diskLocation(scene, collection)
  const today = named(sessionCollections(scene.now), collection.name)
  const at = today instanceof Unknown ? undefined : today?.profileDisks?.location
  return location !== undefined && typeof at === 'string' && sameLocation(scene.now.inventory, at, location)
}
