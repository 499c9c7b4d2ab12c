import type { Estate } from '../../inventory/estate.ts'
import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { activeServer, brokers } from '../../inventory/facts/brokers.ts'
import { eachOnce } from '../../inventory/facts/each-once.ts'
import { releaseOf } from '../../inventory/facts/releases.ts'
import { spareBrokers } from '../../inventory/facts/spare-brokers.ts'
import { mayDenoteSame } from '../../inventory/names.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Operation } from '../operation.ts'
import { isInSet } from '../preconditions/brokers.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'
import { upgrade } from './upgrades.ts'

const category = 'connection-broker'

/** The stage of the brokers: all but the active one leave the set, that one is upgraded, the others come back upgraded unless they retire. */
export function brokerStage(scene: Scene): readonly Draft[] {
  const { estate, isOld, retires } = scene
  const { members, isSet } = membersOf(scene)
  const active = members.find(isActive(scene)) ?? members.find(mayBeActive(scene)) ?? members[0]
  if (estate.inventory.deployment !== null && restOf(brokers(estate)))
    scene.gap(category, 'Not all connection brokers are known; those that are not have no steps here.')
  if (active === undefined) return []
  const others = members.filter((name) => name !== active)
  const shrinks = isSet && others.length > 0 && members.some(isOld)
  // What retires is not in its place yet: a newcomer joins for it, and is no spare.
  const newcomers = members.flatMap((broker) => scene.successor(broker) ?? [])
  const spare = scene.hasBegun
    ? spareBrokers(estate)
        .map(scene.name)
        .filter((name) => !newcomers.includes(name))
    : []
  const back = [
    ...(shrinks ? others.filter((name) => !retires(name)) : []),
    ...spare.filter((name) => !others.includes(name)),
  ]
  const joining = [...back, ...members.filter((name) => retires(name)).flatMap((name) => scene.successor(name) ?? [])]
  const join = (broker: string) => [
    ...(back.includes(broker) && isOld(broker) ? upgrade(scene, category, broker) : []),
    joined(scene, broker),
  ]
  // An active broker that retires leaves before all others have joined: before 2016 a set holds two at most.
  const heir = scene.successor(active) ?? joining[0]
  const first = retires(active) && heir !== undefined && joining.includes(heir) ? [heir] : []
  const rest = [...new Set(joining)].filter((broker) => !first.includes(broker))
  return [
    ...(shrinks ? removal(scene, others, back) : []),
    ...(isOld(active) ? upgrade(scene, category, active) : []),
    ...first.flatMap(join),
    ...(retires(active) ? succession(scene, active, heir) : []),
    ...rest.flatMap(join),
  ]
}

interface Members {
  readonly members: readonly string[]
  readonly isSet: boolean
}

/** The brokers that the move began with: without those that came in the place of others. */
function membersOf({ estate, name, successor, identity }: Scene): Members {
  const told = brokersOfSet(estate)
  const set = told === undefined || told instanceof Unknown ? told : eachOnce(estate, told)
  const isTold = set !== undefined && !(set instanceof Unknown) && set.length > 0
  const all = (isTold ? set : brokers(estate)).map(name)
  const newcomers = new Set(all.flatMap((broker) => successor(broker) ?? []).map(identity))
  // Several brokers are a set, told or not; whether each is in it, its own step asks.
  return { members: all.filter((broker) => !newcomers.has(identity(broker))), isSet: isTold || set instanceof Unknown }
}

function isActive({ estate, identity }: Scene): (broker: string) => boolean {
  const active = activeServer(estate)
  return (broker) => !(active instanceof Unknown) && identity(broker) === identity(active)
}

/** A short name and a full one, of which no list of servers tells that they are one. */
function mayBeActive({ estate }: Scene): (broker: string) => boolean {
  const active = activeServer(estate)
  return (broker) => !(active instanceof Unknown) && mayDenoteSame(broker, active)
}

/** Those that left the set already, or came back upgraded, are a step of their own, so that what remains is one too. */
function removal({ now }: Scene, others: readonly string[], back: readonly string[]): readonly Draft[] {
  const isPast = (broker: string) =>
    isInSet(now, broker) === false || (back.includes(broker) && isAtTarget(now, broker))
  const [past, left] = [others.filter(isPast), others.filter((broker) => !isPast(broker))]
  return [
    ...(past.length > 0 ? [{ category, operation: { removeBrokers: { brokers: past } }, isPast: true } as const] : []),
    ...(left.length > 0 ? [{ category, operation: { removeBrokers: { brokers: left } } } as const] : []),
  ]
}

function isAtTarget(now: Estate, broker: string): boolean {
  const release = releaseOf(now, broker)
  return !(release instanceof Unknown) && release >= now.target
}

function joined(scene: Scene, broker: string): Draft {
  const last = scene.upgraded.get(scene.identity(broker))
  const operation: Operation = { addBroker: { broker } }
  scene.joined.push(operation)
  return { category, migrates: broker, operation, follows: last ? [last] : [] }
}

/** The active broker retires last of all: another one becomes active first. */
function succession(scene: Scene, active: string, heir: string | undefined): readonly Draft[] {
  if (heir === undefined) {
    scene.gap(category, `${active} retires, and no broker is planned that could become the active one in its place.`)
    return []
  }
  return [
    { category, operation: { setActiveBroker: { broker: heir } } },
    { category, operation: { removeBrokers: { brokers: [active] } } },
  ]
}
