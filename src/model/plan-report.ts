import type { Category, InventoryReport, Method, Release, Source, Verdict } from './report.ts'
import type { FinalState, Simulation } from './simulation.ts'

/** Stages of a plan: the steps of the migration, and servers that stand alone, for which no rule category is. */
export type PlanCategory = Exclude<Category, 'estate'> | 'standalone-servers'

/** What becomes of a step: the inventory shows it as done, nothing stands against it, a rule does, or a fact is missing. */
export type StepStatus = 'open' | 'done' | 'blocked' | 'undecided'

/** An operation as plans and runbooks write it: its single key is its name, its value what it takes. */
export type WrittenOperation = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** Why a step is blocked or undecided. */
export interface Because {
  /** The rule that the precondition protects, or `runbook-step-impossible`. */
  readonly rule: string
  readonly message: string
  /** What would have to be known, in words; absent where the step is blocked. */
  readonly missing?: readonly string[]
}

/** One step of a plan. */
export interface PlanStep {
  /** Number of the stage and place in it: "2.3". */
  readonly step: string
  readonly category: PlanCategory
  readonly title: string
  readonly operation: WrittenOperation
  /** Names of servers, collections or certificate roles that it changes. */
  readonly subjects: readonly string[]
  /** Whether users notice it. */
  readonly interrupts: boolean
  /** How long Microsoft estimates for the server that the step is about, as an ISO 8601 duration in hours. */
  readonly estimate: string
  /** Whether the estimate is the least that it takes. */
  readonly atLeast: boolean
  /** PowerShell, as an administrator types it. */
  readonly commands: readonly string[]
  /** PowerShell that shows whether it worked. */
  readonly verify: readonly string[]
  readonly sources: readonly Source[]
  readonly status: StepStatus
  readonly because: readonly Because[]
  /** What it leaves behind; only where the plan was simulated. */
  readonly simulation?: Simulation
}

/** The steps of one category, which the documented order puts together. */
export interface PlanStage {
  readonly number: number
  readonly category: PlanCategory
  /** Whether a page allows it at any time. */
  readonly anyTime: boolean
  /** Servers that are still to be migrated in it. */
  readonly servers: number
  /** What Microsoft estimates for these servers one after the other, in hours. */
  readonly hours: number
  readonly atLeast: boolean
  /** What stands where after it; only where it was asked for. */
  readonly layout?: Layout
}

/** What stands where: enough to draw it. */
export interface Layout {
  readonly boxes: readonly LayoutBox[]
}

/** A role or a collection with its servers. */
export interface LayoutBox {
  readonly title: string
  readonly servers: readonly LayoutServer[]
  /** False where others are not known. */
  readonly isWhole: boolean
}

/** A server in a box. */
export interface LayoutServer {
  readonly name: string
  /** Its Windows Server release; absent where that is not known. */
  readonly release?: Release
  /** What else is worth showing: "active", "drained". */
  readonly note?: string
}

/** What a plan could not see, or leaves as it is. */
export interface PlanRemark {
  readonly category: PlanCategory
  readonly message: string
}

/** The documented migration of one deployment, step by step. */
export interface PlanReport {
  readonly tool: { readonly name: 'rds-lint'; readonly version: string }
  readonly file: string
  readonly target: Release
  readonly method: Method
  readonly verdict: Verdict
  /** Linting of the inventory in its own phase. */
  readonly before: InventoryReport
  /** Pages on the order of the stages; where they disagree, the one that is followed requires it and the other one contradicts. */
  readonly order: readonly Source[]
  /** Pages on the estimates. */
  readonly durations: readonly Source[]
  readonly stages: readonly PlanStage[]
  readonly steps: readonly PlanStep[]
  /** What may want steps, and cannot be told: the plan is undecided for it. */
  readonly gaps: readonly PlanRemark[]
  /** What the plan leaves as it is. */
  readonly remarks: readonly PlanRemark[]
  /** The state after the last step; only where the plan was simulated. */
  readonly final?: FinalState
  /** The same state in phase `during`, where something stands against it that no step mends; absent where nothing does. */
  readonly lasting?: FinalState
  /** What stands where today; only where it was asked for. */
  readonly layout?: Layout
}
