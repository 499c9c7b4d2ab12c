import { rules as builtIn } from '../generated/rules.ts'
import type { Inventory } from './inventory/inventory.ts'
import { lintInventory } from './lint-inventory.ts'
import type { LintInput, LintOptions } from './lint-options.ts'
import type { Release } from './model/report.ts'

/** What is asked of a plan. */
export interface PlanOptions extends Pick<LintOptions, 'asOf' | 'method' | 'phase'> {
  readonly target?: Release
  /** The inventory from before the move: what a half-moved one has forgotten. */
  readonly before?: Inventory
  /** Whether the report holds what stands where after each stage. */
  readonly layouts?: boolean
  /** Whether each state is linted, and the last one in phase `after` too. */
  readonly simulate?: boolean
}

/** Lints an inventory that a plan or a runbook is for: what neither the options nor it say, the one from before the move does. */
export function lintToPlan(
  input: LintInput,
  { asOf, target, method, phase, before }: PlanOptions,
): ReturnType<typeof lintInventory> {
  const asked = { ...(target && { target }), ...(method && { method }), ...(phase && { phase }) }
  return lintInventory(input, builtIn, { asOf, ...asked, ...(before && fallback(before)) })
}

/** Where the move goes, and how; whoever names an inventory from before it has begun. */
function fallback({ migration = {} }: Inventory): Pick<LintOptions, 'configuration'> {
  const { target, method } = migration
  return { configuration: { ...(target && { target }), ...(method && { method }), phase: 'during' } }
}
