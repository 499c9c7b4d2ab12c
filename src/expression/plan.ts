import type { Builtins } from './functions/builtin.ts'
import type { Scope } from './scope.ts'

/** A compiled expression: gives a value, an `Unknown` with the facts that are missing, or a `Fault`. */
export type Expression = (scope: Scope) => unknown

/** What compiled expressions call: functions of the language, and functions of the host by name. */
export interface Functions {
  readonly builtins: Builtins
  readonly hosts: Readonly<Record<string, (host: unknown, ...operands: unknown[]) => unknown>>
}

/** How a tree is compiled: the slot of each name, and what it may call. */
export interface Plan {
  readonly slots: ReadonlyMap<string, number>
  readonly functions: Functions
}
