import type { Operation } from '../operation.ts'
import { isDrained, membersOf } from '../preconditions/collections.ts'
import { sameName } from '../state/names.ts'
import type { CollectionMove } from './collection-move.ts'
import { isThere } from './done-parts.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'
import { upgrade } from './upgrades.ts'

/** The steps of the hosts of one collection, apart in the places where profile disks and other collections come between. */
export interface HostSteps {
  /** Until old hosts take no new connections. */
  readonly drained: readonly Draft[]
  /** Until nobody is signed in to the collection. */
  readonly emptied: readonly Draft[]
  /** Until new hosts serve. */
  readonly served: readonly Draft[]
  /** Until old hosts are gone, or upgraded and back. */
  readonly cleared: readonly Draft[]
}

const category = 'session-collections'

/** The steps of the hosts of a collection that stays. `isEmptied` says that nobody may be signed in before new hosts serve; `isPointed` that this was so, and is past. */
export function hostSteps(scene: Scene, move: CollectionMove, isEmptied: boolean, isPointed: boolean): HostSteps {
  const { collection, leaving, early, late, joining, returning, staying, newcomers } = move
  const name = collection.name
  const isOnly = early.length + leaving.length + returning.length + staying.length + newcomers.length === 0
  const stays = late.length === 1 && isOnly
  const old = [...leaving, ...late]
  const paused = isEmptied ? [...staying, ...(isPointed ? [] : newcomers)] : []
  const goal = (host: string): readonly Operation[] =>
    stays ? [{ upgradeServer: { server: host } }] : [{ removeHost: { collection: name, host } }]
  // What was upgraded for another role is drained and signed out already.
  const serving = old.filter((host) => !scene.upgraded.has(scene.identity(host)))
  const drains = serving.map((host) => drain(host, goal(host)))
  const signOuts = serving.map((host) => signOut(host, goal(host)))
  return {
    drained: [
      ...early.flatMap((host) => outAndUpgraded(scene, name, host)),
      ...drains,
      ...paused.map((host) => pause({ drain: { host } })),
    ],
    emptied: isEmptied ? [...signOuts, ...paused.map((host) => pause({ signOut: { host } }))] : [],
    served: [
      ...joining.map(({ host, comesFor }) => join(name, host, comesFor)),
      ...early.map((host) => rejoin(scene, name, host)),
      ...returning.map((host) =>
        scene.away.has(scene.identity(host)) ? rejoin(scene, name, host) : open(scene, host),
      ),
      ...paused.map((host) => pause({ allowConnections: { host } })),
    ],
    cleared: [
      ...(isEmptied ? [] : signOuts),
      ...(stays ? late.flatMap((host) => [...upgrade(scene, category, host), open(scene, host)]) : []),
      ...(stays ? [] : old.map((host) => leave(name, host, late.includes(host)))),
      ...(stays ? [] : late.flatMap((host) => [...upgrade(scene, category, host), rejoin(scene, name, host)])),
      ...leftDrained(scene, move, paused).map((host) => open(scene, host)),
    ],
  }
}

/** The steps of a collection whose place a new one takes; those of the disks come before the new one is published. */
export function replacementSteps(scene: Scene, move: CollectionMove, to: string): HostSteps {
  const { collection, joining, leaving, staying, newcomers, returning } = move
  const from = collection.name
  const gone: Operation = { removeCollection: { collection: from } }
  const isAway = (host: string) => scene.away.has(scene.identity(host))
  const moved = [...staying, ...newcomers, ...returning]
  const old = [...leaving, ...moved.filter((host) => !isAway(host))]
  const serving = old.filter((host) => !scene.upgraded.has(scene.identity(host)))
  const goal = (host: string): readonly Operation[] => [{ removeHost: { collection: from, host } }]
  // A new collection that is there has hosts, whoever named them; those that it lacks join it.
  const isMade = scene.hasBegun && isThere(scene.now, to)
  const comes = joining.filter(({ host }) => !isMade || !scene.placeholders.has(host))
  const first = comes.filter(({ host }) => !isMade || serves(scene, to, host))
  return {
    drained: [
      { category, operation: { createCollection: { collection: to, hosts: first.map(({ host }) => host) } } },
      ...comes.filter((one) => !first.includes(one)).map(({ host, comesFor }) => join(to, host, comesFor)),
      ...serving.map((host) => drain(host, goal(host))),
    ],
    emptied: serving.map((host) => signOut(host, goal(host))),
    served: [{ category, operation: { publishApps: { from, to } }, prepares: [gone] }],
    cleared: [
      ...old.map((host) => leave(from, host, false)),
      ...[...staying, ...returning].map((host) => rejoin(scene, to, host)),
      { category, operation: gone },
    ],
  }
}

/** Hosts that the move left drained: newcomers, and hosts that were upgraded as far as nobody remembers them before it. */
function leftDrained(
  scene: Scene,
  { newcomers, staying }: CollectionMove,
  paused: readonly string[],
): readonly string[] {
  if (!scene.hasBegun) return []
  const upgraded = scene.remembers || scene.estate.method === 'migrate' ? [] : staying
  return [...newcomers, ...upgraded]
    .filter((host) => !paused.includes(host))
    .filter((host) => membersOf(scene.now, host).some((member) => isDrained(member.host) === true))
}

function serves({ now }: Scene, name: string, host: string): boolean {
  return membersOf(now, host).some(({ collection }) => sameName(collection.name, name))
}

function outAndUpgraded(scene: Scene, collection: string, host: string): readonly Draft[] {
  const out: Operation = { removeHost: { collection, host } }
  return [drain(host, [out]), signOut(host, [out]), leave(collection, host, true), ...upgrade(scene, category, host)]
}

/** A host that stays where it is while profile disks move: nothing of it is migrated. */
function pause(operation: Operation): Draft {
  return { category, operation, prepares: [] }
}

function drain(host: string, prepares: readonly Operation[]): Draft {
  return { category, migrates: host, operation: { drain: { host } }, prepares }
}

function signOut(host: string, prepares: readonly Operation[]): Draft {
  return { category, migrates: host, operation: { signOut: { host } }, prepares }
}

function leave(collection: string, host: string, comesBack: boolean): Draft {
  const operation: Operation = { removeHost: { collection, host } }
  return { category, migrates: host, operation, prepares: comesBack ? [{ addHost: { collection, host } }] : [] }
}

function join(collection: string, host: string, comesFor: string): Draft {
  return { category, migrates: comesFor, operation: { addHost: { collection, host } } }
}

function rejoin({ upgraded, identity }: Scene, collection: string, host: string): Draft {
  const last = upgraded.get(identity(host))
  return { ...join(collection, host, host), follows: last ? [last] : [] }
}

function open({ upgraded, identity }: Scene, host: string): Draft {
  const last = upgraded.get(identity(host))
  return { category, migrates: host, operation: { allowConnections: { host } }, follows: last ? [last] : [] }
}
