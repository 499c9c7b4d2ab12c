import type { Answer } from '../answer.ts'
import type { Statement } from '../statement.ts'

/** What a cmdlet or WMI class tells. */
export interface Source {
  /** Its name, as `collection.sources` has it. */
  readonly name: string
  /** What it is asked about: the deployment as a whole, one collection, or one server. */
  readonly about: 'deployment' | 'collection' | 'server'
  /** Types of its objects: full names, or the name of a WMI class. */
  readonly types: readonly string[]
  /** Properties that only its objects have together, by which those are known whose type was lost; none where they are too common. */
  readonly properties: readonly string[]
  /**
   * Why it always answers with something, where it does: an answer without objects is then a failed one. Absent where nothing
   * there is known to be none (exports, section 1.2).
   */
  readonly neverEmpty?: string
  /** What an answer says, also an empty one where there can be one. */
  readonly read: (answer: Answer) => readonly Statement[]
}
