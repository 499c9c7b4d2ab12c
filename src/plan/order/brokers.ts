import { brokersOfSet } from '../../inventory/facts/broker-set.ts'
import { activeServer, brokers } from '../../inventory/facts/brokers.ts'
import { eachOnce } from '../../inventory/facts/each-once.ts'
import { spareBrokers } from '../../inventory/facts/spare-brokers.ts'
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
  const active = members.find((name) => scene.identity(name) === activeOf(scene)) ?? members[0]
  if (active === undefined) return []
  const others = members.filter((name) => name !== active)
  const shrinks = isSet && others.length > 0 && members.some(isOld)
  const spare = scene.hasBegun ? spareBrokers(estate).map(scene.name) : []
  const back = [
    ...(shrinks ? others.filter((name) => !retires(name)) : []),
    ...spare.filter((name) => !others.includes(name)),
  ]
  const joining = [...back, ...members.filter((name) => retires(name)).flatMap((name) => scene.successor(name) ?? [])]
  return [
    ...(shrinks ? removal(scene, others, back) : []),
    ...(isOld(active) ? upgrade(scene, category, active) : []),
    ...[...new Set(joining)].flatMap((broker) => [
      ...(back.includes(broker) && isOld(broker) ? upgrade(scene, category, broker) : []),
      joined(scene, broker),
    ]),
    ...(retires(active) ? succession(scene, active, [scene.successor(active), ...joining]) : []),
  ]
}

interface Members {
  readonly members: readonly string[]
  readonly isSet: boolean
}

function membersOf({ estate, name }: Scene): Members {
  const told = brokersOfSet(estate)
  const set = told === undefined || told instanceof Unknown ? told : eachOnce(estate, told)
  const isSet = set !== undefined && !(set instanceof Unknown) && set.length > 0
  return { members: (isSet ? set : brokers(estate)).map(name), isSet }
}

function activeOf({ estate, identity }: Scene): string | undefined {
  const active = activeServer(estate)
  return active instanceof Unknown ? undefined : identity(active)
}

/** Those that left the set already are a step of their own, so that what remains is one too. */
function removal({ now }: Scene, others: readonly string[], back: readonly string[]): readonly Draft[] {
  const isGone = (broker: string) => isInSet(now, broker) === false
  return [others.filter(isGone), others.filter((broker) => !isGone(broker))]
    .filter((group) => group.length > 0)
    .map((group) => ({
      category,
      operation: { removeBrokers: { brokers: group } },
      prepares: group.filter((broker) => back.includes(broker)).map((broker): Operation => ({ addBroker: { broker } })),
    }))
}

function joined({ upgraded, identity }: Scene, broker: string): Draft {
  const last = upgraded.get(identity(broker))
  return { category, migrates: broker, operation: { addBroker: { broker } }, follows: last ? [last] : [] }
}

/** The active broker retires last of all: another one becomes active first. */
function succession(scene: Scene, active: string, heirs: readonly (string | undefined)[]): readonly Draft[] {
  const heir = heirs.find((one) => one !== undefined)
  if (heir === undefined) {
    scene.gap(category, `${active} retires, and no broker is planned that could become the active one in its place.`)
    return []
  }
  return [
    { category, operation: { setActiveBroker: { broker: heir } } },
    { category, operation: { removeBrokers: { brokers: [active] } } },
  ]
}
