import { stepOrders } from '../../../generated/tables.ts'
import type { PlanCategory } from '../../model/plan-report.ts'
import type { Release } from '../../model/report.ts'
import { brokerStage } from './brokers.ts'
import { certificateStage } from './certificates.ts'
import type { Draft } from './draft.ts'
import { licensingStage } from './licensing.ts'
import type { Scene } from './scene.ts'
import { sessionStage } from './session-collections.ts'
import { desktopStage } from './virtual-desktops.ts'
import { gatewayStage, standaloneStage, webStage } from './web-and-gateway.ts'

/** A stage of the documented order with its steps. */
export interface DraftedStage {
  /** Its place in the order, from 1: what steps are numbered by. */
  readonly number: number
  readonly category: PlanCategory
  readonly anyTime: boolean
  readonly drafts: readonly Draft[]
}

const stages: Readonly<Record<PlanCategory, (scene: Scene) => readonly Draft[]>> = {
  'connection-broker': brokerStage,
  'session-collections': sessionStage,
  'virtual-desktop-collections': desktopStage,
  'web-access': webStage,
  gateway: gatewayStage,
  licensing: licensingStage,
  'standalone-servers': standaloneStage,
  certificates: certificateStage,
}

/** The stages of a migration in the order that is documented for its target (rules/data/step-orders.yaml), with their steps. */
export function documentedStages(scene: Scene): readonly DraftedStage[] {
  const { steps, anyTime } = orderOf(scene.estate.target)
  return steps.map((category, index) => ({
    number: index + 1,
    category,
    anyTime: anyTime.includes(category),
    drafts: stages[category](scene),
  }))
}

function orderOf(target: Release) {
  const order = stepOrders.find((row) => row.target === target)
  if (order === undefined) throw new RangeError(`no order of steps is documented for the target ${target}`)
  return order
}
