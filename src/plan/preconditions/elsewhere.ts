import type { Precondition } from './precondition.ts'

/** Where something goes is not where it comes from. `isSame` says of both names that they denote one thing, for certain. */
export function goesElsewhere(isSame: boolean, from: string, to: string): Precondition {
  return {
    holds: !isSame,
    violated: () =>
      `${from === to ? from : `${from} and ${to}`} cannot be both where this comes from and where it goes.`,
    question: '',
  }
}
