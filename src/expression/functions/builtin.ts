import type { Type } from '../type.ts'

/** A function of the language: the types that it takes and gives, and what it computes from known values. */
export interface Builtin {
  readonly overloads: readonly Overload[]
  /** Operands are never stuck. Gives a value, or a `Fault` where there is no such overload or no result. */
  readonly run: (...operands: unknown[]) => unknown
}

export interface Overload {
  readonly takes: readonly Type[]
  readonly gives: Type
  /** Called on its first operand: `name.contains('x')`. */
  readonly method?: true
}

export type Builtins = Readonly<Record<string, Builtin>>
