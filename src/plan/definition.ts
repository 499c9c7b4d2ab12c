import type { Estate } from '../inventory/estate.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Release } from '../model/report.ts'
import type { Violation } from './operation.ts'

/** What one operation is. */
export interface Definition<Taken> {
  /** What it takes, by name. */
  readonly parameters: { readonly [Name in keyof Taken]-?: Parameter }
  /** The inventory after it; the same one where it changes nothing. `target` is absent where nobody told it. */
  readonly apply: (inventory: Inventory, taken: Taken, target?: Release) => Inventory
  /** What it needs, and the state before it does not have or does not tell. */
  readonly violations: (estate: Estate, taken: Taken) => readonly Violation[]
}

/** What a value means that an operation takes. */
export interface Parameter {
  readonly kind: ParameterKind
  readonly isOptional?: true
}

/** `newCollection` is a session collection that need not exist yet, `anyCollection` one of either sort, `location` a path. */
export type ParameterKind =
  | 'server'
  | 'servers'
  | 'sessionCollection'
  | 'newCollection'
  | 'desktopCollection'
  | 'anyCollection'
  | 'location'
  | 'release'
  | 'certificateRole'
  | 'thumbprint'
