import { createEstate, type Estate } from '../../inventory/estate.ts'
import { isRetiring } from '../../inventory/facts/moves.ts'
import { releaseOf } from '../../inventory/facts/releases.ts'
import { identityOf } from '../../inventory/facts/servers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import type { PlanCategory, PlanRemark } from '../../model/plan-report.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Operation } from '../operation.ts'
import { spelled } from '../state/names.ts'
import { withCreated } from './created.ts'
import { remembered, withPlanOf } from './remembered.ts'

/** What the stages of a plan are made from, and what they tell each other. */
export interface Scene {
  /** What was and what is, together: the plan speaks of all of it. */
  readonly estate: Estate
  /** What is. */
  readonly now: Estate
  /** Whether the inventory was collected after the move began. */
  readonly hasBegun: boolean
  /** Whether another inventory tells what was there before the move. */
  readonly remembers: boolean
  /** Upgrades that an earlier stage planned, by the identity of the server: the last one of each. */
  readonly upgraded: Map<string, Operation>
  /** Session hosts that an earlier stage took out of their collections for their upgrade, by identity. */
  readonly away: Set<string>
  /** Servers that an earlier stage replaces, by identity. */
  readonly replaced: Map<string, Operation>
  /** Brokers that an earlier stage adds to the high availability set. */
  readonly joined: Operation[]
  /** Names that stand for servers which nobody named. */
  readonly placeholders: Set<string>
  readonly gaps: PlanRemark[]
  readonly remarks: PlanRemark[]
  /** The name of a server as `servers` spells it. */
  readonly name: (server: string) => string
  readonly identity: (server: string) => string
  /** What the plan puts in the place of a server. */
  readonly successor: (server: string) => string | undefined
  readonly retires: (server: string) => boolean
  /** Whether a server runs an older release than the target, or one that nobody knows. */
  readonly isOld: (server: string) => boolean
  readonly gap: (category: PlanCategory, message: string) => void
  readonly remark: (category: PlanCategory, message: string) => void
}

/** Prepares to plan for what is now, with what another inventory remembers from before the move. */
export function sceneOf(estate: Estate, before: Inventory | undefined): Scene {
  const hasBegun = estate.phase !== 'before'
  const planned = withPlanOf(estate.inventory, before)
  const inventory = hasBegun ? withCreated(planned, before, { ...estate, phase: 'during' }) : planned
  const now = createEstate(inventory, { ...estate, phase: 'during' })
  const view = before === undefined ? now : createEstate(remembered(inventory, before), { ...estate, phase: 'during' })
  const successors = new Map(
    (inventory.migration?.servers ?? []).flatMap(({ source, destination }) =>
      destination === undefined ? [] : [[identityOf(view, source), destination] as const],
    ),
  )
  const name = (server: string) => spelled(view.inventory, server)
  const gaps: PlanRemark[] = []
  const remarks: PlanRemark[] = []
  return {
    ...{ estate: view, now, gaps, remarks, name },
    hasBegun,
    remembers: before !== undefined,
    upgraded: new Map(),
    away: new Set(),
    replaced: new Map(),
    joined: [],
    placeholders: new Set(),
    identity: (server) => identityOf(view, server),
    successor: (server) => {
      const found = successors.get(identityOf(view, server))
      return found === undefined ? undefined : name(found)
    },
    retires: (server) => isRetiring(view, server) === true,
    isOld: (server) => {
      const release = releaseOf(view, server)
      return release instanceof Unknown || release < estate.target
    },
    gap: (category, message) => gaps.push({ category, message }),
    // A server of two roles would be told in the stage of each.
    remark: (category, message) => {
      if (!remarks.some((told) => told.message === message)) remarks.push({ category, message })
    },
  }
}

/** The name of what takes the place of a server, or one that stands for it where nobody named any. */
export function successorOf(scene: Scene, server: string): string {
  const found = scene.successor(server)
  if (found !== undefined) return found
  const placeholder = `<successor of ${scene.name(server)}>`
  scene.placeholders.add(placeholder)
  return placeholder
}
