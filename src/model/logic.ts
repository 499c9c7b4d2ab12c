import { merge, Unknown } from './unknown.ts'

/** True, false, or not told. */
export type Truth = boolean | Unknown

/** CEL's `&&`: one false decides, otherwise an unknown leaves it unknown. */
export function and(...truths: readonly Truth[]): Truth {
  return every(truths)
}

/** CEL's `||`: one true decides, otherwise an unknown leaves it unknown. */
export function or(...truths: readonly Truth[]): Truth {
  return some(truths)
}

/** CEL's `!`. */
export function not(truth: Truth): Truth {
  return truth instanceof Unknown ? truth : !truth
}

/** `&&` over a list of any length. */
export function every(truths: readonly Truth[]): Truth {
  return !truths.includes(false) && (merge(truths) ?? true)
}

/** `||` over a list of any length. */
export function some(truths: readonly Truth[]): Truth {
  return truths.includes(true) || (merge(truths) ?? false)
}
