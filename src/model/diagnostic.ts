import type { Region } from './region.ts'

/** What is wrong with an input file; an `error` makes it unusable. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning'
  /** One sentence: what is wrong; what to do. */
  readonly message: string
  /** Absent where there is no place: a missing file, an empty one, a folder. */
  readonly region?: Region
}

/** Stable names of everything that can be wrong with an input file. */
export type DiagnosticCode =
  | 'unreadable'
  | 'empty'
  | 'encoding'
  | 'syntax'
  | 'too-deep'
  | 'duplicate-key'
  | 'schema'
  | 'unknown-property'
  | 'date'
  | 'ambiguous-name'
  | 'unmatched-name'
  | 'incomplete-pointer'
  | 'target'
  | 'yaml'
  | 'expression'
  | 'clixml'
  | 'too-large'
  | 'bundle'
  | 'source'
  | 'conflict'
  | 'suppression'
  | 'baseline'
