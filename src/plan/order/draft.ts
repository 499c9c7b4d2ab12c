import type { PlanCategory } from '../../model/plan-report.ts'
import type { Operation } from '../operation.ts'

/** An operation where the documented order has it, before it is judged. */
export interface Draft {
  readonly category: PlanCategory
  readonly operation: Operation
  /** The server whose migration it is part of; absent where it is part of none. */
  readonly migrates?: string
  /** What it prepares: where all of that is done, it needs no doing. */
  readonly prepares?: readonly Operation[]
  /** Whether it is done, which its stage knows from more than the inventory shows of it. */
  readonly isPast?: true
  /** What it follows: as long as one of these is not done, what the inventory shows is a state from before them. */
  readonly follows?: readonly Operation[]
}

/** What a server's place in the order is made of beside its operation. */
export type Place = Omit<Draft, 'operation'>
