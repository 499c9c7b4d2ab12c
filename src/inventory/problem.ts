import type { Diagnostic } from '../model/diagnostic.ts'
import { mostOfAKind } from '../source/cap.ts'

/** What is wrong with a part of an inventory, before its place in the text is looked up. */
export interface Problem extends Omit<Diagnostic, 'region'> {
  readonly pointer: string
  /** Where set, the place is the name of the property, not its value. */
  readonly atName?: true
}

/** Adds to the problems of one kind; those that will only be counted are not worked out, since there may be millions. */
export function addProblem(alike: Problem[], describe: () => Problem): void {
  alike.push(alike[mostOfAKind - 1] ?? describe())
}
