import type { Estate } from '../estate.ts'

/** A derived fact: a function that conditions may call. It gives an `Unknown` where the inventory does not tell. */
export interface Fact {
  readonly name: string
  /** The type of each argument: `string`, `Server`, `list(string)`, `string|Server` for either, `string?` where null is allowed. */
  readonly takes: readonly string[]
  /** The type of the result, in the same notation. */
  readonly gives: string
  /** What it tells, in one sentence, for those who write rules. */
  readonly says: string
  /** Arguments are known values of the types in `takes`; lists among them may be incomplete. */
  readonly of: (estate: Estate, ...args: never[]) => unknown
}
