import type { Diagnostic } from '../model/diagnostic.ts'

/** What is wrong with a part of an inventory, before its place in the text is looked up. */
export interface Problem extends Omit<Diagnostic, 'region'> {
  readonly pointer: string
  /** Where set, the place is the name of the property, not its value. */
  readonly atName?: true
}
