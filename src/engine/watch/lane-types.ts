import type { Cell } from '../../inventory/tracking/cells.ts'
import type { TrackedEstate } from '../../inventory/tracking/tracked-estate.ts'
import type { Severity } from '../../model/report.ts'
import type { Unknown } from '../../model/unknown.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Part, Selection } from '../parts.ts'
import type { PreparedRule } from '../prepared.ts'
import type { Alignment } from './align.ts'
import type { Entry, Footing } from './footing.ts'

/** What a rule said last of the parts that one of its pointers selects. */
export interface Lane {
  readonly rule: Rule
  readonly prepared: PreparedRule
  /** Cells that any condition of the rule reads by a name that it mentions. */
  readonly mentioned: readonly Cell[]
  readonly entries: Entry<Answer>[]
  /** The sources that the answers rest on. */
  sources: number
  /** What the answers rest on together, and which of them rest on a server. */
  footing: Footing<Answer>
  /** The answers that are asked for again in every state. */
  readonly open: Set<Entry<Answer>>
}

/** What a rule says of a part; `print` is the fingerprint of its finding. */
export type Answer =
  | { readonly kind: 'pass' | 'notApplicable' }
  | { readonly kind: 'fail'; readonly severity: Severity; readonly print: string }
  | { readonly kind: 'undecided'; readonly severity: Severity; readonly missing: Unknown }
  | { readonly kind: 'fault'; readonly reason: string }

/** How a selection differs from that of the state before. */
export interface Passage {
  readonly before: Selection
  readonly now: Selection
  readonly alignment: Alignment
}

/** What is told of answers that changed: of a part in the state before, and of one in the state at hand. */
export interface Listener {
  readonly gone: (answer: Answer, part: Part) => void
  readonly come: (answer: Answer, part: Part) => void
}

/** What a lane is brought to the next state with. */
export interface Crossing {
  readonly tracked: TrackedEstate
  /** The values of the names that conditions may use. */
  readonly values: readonly unknown[]
  readonly passage: Passage
  readonly tell: Listener
}

/** The part at a place of a selection that holds one there. */
export function partAt({ parts }: Selection, place: number): Part {
  return parts[place] as Part
}
