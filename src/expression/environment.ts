import type { Builtins, Overload } from './functions/builtin.ts'
import type { Type } from './type.ts'

/** What an expression may speak of: names with their types, functions of the language, and functions of the host. */
export interface Environment {
  readonly names: Readonly<Record<string, Type>>
  readonly builtins: Builtins
  readonly hosts: Readonly<Record<string, readonly Overload[]>>
}
