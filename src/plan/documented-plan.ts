import { createEstate, type Estate } from '../inventory/estate.ts'
import { releaseOf } from '../inventory/facts/releases.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { PlanCategory, PlanRemark, StepStatus } from '../model/plan-report.ts'
import { Unknown } from '../model/unknown.ts'
import { apply } from './apply.ts'
import { nameOf, type Operation, type OperationName, type Violation } from './operation.ts'
import { documentedStages } from './order/documented.ts'
import { type Shown, shows } from './order/done.ts'
import type { Draft } from './order/draft.ts'
import { type Scene, sceneOf } from './order/scene.ts'
import { violations } from './violations.ts'

/** The documented migration of a deployment: its operations in order, each judged on the state that the ones before leave. */
export interface DocumentedPlan {
  readonly stages: readonly StageOfPlan[]
  readonly steps: readonly JudgedStep[]
  /** The inventory, with the plan of the one from before the move where it has none of its own: the state before the first step. */
  readonly first: Inventory
  readonly gaps: readonly PlanRemark[]
  readonly remarks: readonly PlanRemark[]
  /** Names in operations that stand for servers which nobody named. */
  readonly placeholders: ReadonlySet<string>
}

/** A stage of the plan that has steps. */
export interface StageOfPlan {
  readonly number: number
  readonly category: PlanCategory
  readonly anyTime: boolean
}

/** One step of the plan. */
export interface JudgedStep {
  /** Number of the stage and place in it: "2.3". */
  readonly step: string
  readonly category: PlanCategory
  readonly operation: Operation
  /** The server whose migration it is part of; absent where it is part of none. */
  readonly migrates?: string
  readonly status: StepStatus
}

/** What is there around a step while it is judged. */
export interface AroundStep {
  readonly before: Inventory
  /** A step that is done leaves its state as it is. */
  readonly after: Inventory
  readonly violations: readonly Violation[]
}

/**
 * Plans the migration of a deployment; `earlier` is its inventory from before the move, where it is half way. `visit` sees each
 * step with the states around it, of which the plan itself keeps none: ten thousand of them would not fit.
 */
export function documentedPlan(
  estate: Estate,
  earlier?: Inventory,
  visit: (step: JudgedStep, around: AroundStep, plan: Pick<DocumentedPlan, 'placeholders'>) => void = () => {},
): DocumentedPlan {
  const scene = sceneOf(estate, earlier)
  const stages = documentedStages(scene)
  const isDone = doneness(
    scene,
    stages.flatMap(({ drafts }) => drafts),
  )
  const steps: JudgedStep[] = []
  let before = scene.now.inventory
  for (const { number, drafts } of stages) {
    for (const [index, { category, operation, migrates }] of drafts.entries()) {
      const found = isDone(operation) ? undefined : violations(createEstate(before, scene.now), operation)
      const after = found ? apply(before, operation, scene.now.target) : before
      const what = { category, operation, ...(migrates === undefined ? {} : { migrates }) }
      const mayBeDone = scene.hasBegun && isUntold(scene, operation)
      const step = { step: `${number}.${index + 1}`, ...what, status: statusOf(found, mayBeDone) }
      steps.push(step)
      visit(step, { before, after, violations: found ?? [] }, scene)
      before = after
    }
  }
  return {
    stages: stages.filter(({ drafts }) => drafts.length > 0).map(({ drafts: _, ...stage }) => stage),
    steps,
    first: scene.now.inventory,
    gaps: scene.gaps,
    remarks: scene.remarks,
    placeholders: scene.placeholders,
  }
}

function statusOf(found: readonly Violation[] | undefined, mayBeDone: boolean): StepStatus {
  if (found === undefined) return 'done'
  // What stands against a step is no matter where that is behind us.
  if (found.length > 0 && mayBeDone) return 'undecided'
  if (found.some(({ missing }) => missing === undefined)) return 'blocked'
  return found.length > 0 ? 'undecided' : 'open'
}

/** Whether nobody can tell that a server was upgraded, since its release is not known. */
function isUntold({ now }: Scene, operation: Operation): boolean {
  return 'upgradeServer' in operation && releaseOf(now, operation.upgradeServer.server) instanceof Unknown
}

/** Tells of operations whether they are done: the inventory shows them, or all that they prepare; and what they follow is done too. */
function doneness({ now, estate, hasBegun }: Scene, drafts: readonly Draft[]): (operation: Operation) => boolean {
  const shown: Shown = { now, view: estate, hasBegun }
  const byKey = new Map(drafts.map((draft) => [JSON.stringify(draft.operation), draft]))
  const known = new Map<string, boolean>()
  const isDone = (operation: Operation): boolean => {
    const key = JSON.stringify(operation)
    const told = known.get(key)
    if (told !== undefined) return told
    const { prepares = [], follows = [], isPast: isKnownPast = false } = byKey.get(key) ?? {}
    const isPast = isKnownPast || (prepares.length > 0 && prepares.every(isDone))
    const done = isPast || (isShown(shown, operation) && follows.every(isDone))
    known.set(key, done)
    return done
  }
  return isDone
}

function isShown(shown: Shown, operation: Operation): boolean {
  const name = nameOf(operation)
  // The name says which of the types both are of, which no type can say of a union.
  const tell = shows[name] as (shown: Shown, taken: unknown) => boolean
  return tell(shown, (operation as Readonly<Record<OperationName, unknown>>)[name])
}
