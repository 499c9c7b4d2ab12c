import type { Type } from '../type.ts'

/** A function of the language: the types that it takes and gives, and what it computes from known values. */
export interface Builtin {
  readonly overloads: readonly Overload[]
  /** Operands are never stuck. Gives a value, or a `Fault` where there is no such overload or no result. */
  readonly run: (...operands: unknown[]) => unknown
  /** The steps that it takes to build a result that may be far larger than the operands, or held many times. */
  readonly cost?: (...operands: unknown[]) => number
}

export interface Overload {
  readonly takes: readonly Type[]
  readonly gives: Type
  /** Called on its first operand: `name.contains('x')`. */
  readonly method?: true
}

export type Builtins = Readonly<Record<string, Builtin>>
