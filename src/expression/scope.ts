/** Values of the names that an expression may use, by slot, the host of its functions, and how many steps are left. */
export interface Scope {
  readonly slots: unknown[]
  readonly host: unknown
  steps: number
  /** Steps of the evaluations before the present one. */
  spent: number
}

/** How many steps one evaluation may take: elements visited by quantifiers, calls made, text and lists put together. */
export const stepLimit = 10_000_000

/** How many steps a rule may take for all parts of an inventory together: about two seconds. */
export const ruleStepLimit = 100_000_000

/** A scope for the values of a list of names, in its order. */
export function scopeOf(values: readonly unknown[], host: unknown): Scope {
  return { slots: [...values], host, steps: stepLimit, spent: 0 }
}

/** Begins an evaluation with all its steps. */
export function begin(scope: Scope): void {
  scope.spent += stepLimit - scope.steps
  scope.steps = stepLimit
}

/** Counts steps of an evaluation. Throws `OutOfSteps` where they run out, so that no `||` can absorb it. */
export function step(scope: Scope, count: number): void {
  scope.steps -= count
  if (scope.steps < 0) throw new OutOfSteps()
}

export class OutOfSteps extends Error {}
