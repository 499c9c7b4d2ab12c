import type { Builtin } from './functions/builtin.ts'
import type { Expression, Functions } from './plan.ts'
import { type Scope, step } from './scope.ts'
import { Fault, isStuck, stuck } from './value.ts'

/** Gives a call of a function on compiled operands; where one of them is unknown or a fault, so is the result. */
export function compileCall(name: string, operands: readonly Expression[], { builtins, hosts }: Functions): Expression {
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin) return ofLanguage(builtin, operands)
  const ask = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  return ask ? ofHost(name, ask, operands) : () => new Fault(`there is no function ${name}()`)
}

function ofLanguage({ run, cost }: Builtin, operands: readonly Expression[]): Expression {
  const [one, other] = operands
  // Nearly all calls take one value or two; a list of them would cost more than the call.
  if (!cost && one && operands.length === 1) return unary(one, (_, value) => run(value))
  if (!cost && one && other && operands.length === 2)
    return binary(one, other, (_, first, second) => run(first, second))
  return call(operands, (scope, values) => {
    if (cost) step(scope, cost(...values))
    return run(...values)
  })
}

function ofHost(name: string, ask: Functions['hosts'][string], operands: readonly Expression[]): Expression {
  const [one, other] = operands
  if (operands.length === 0) return constantOfHost((host) => answer(name, ask, host))
  if (one && operands.length === 1) return unary(one, ({ host }, value) => answer(name, ask, host, value))
  if (one && other && operands.length === 2)
    return binary(one, other, ({ host }, first, second) => answer(name, ask, host, first, second))
  return call(operands, ({ host }, values) => answer(name, ask, host, ...values))
}

function answer(name: string, ask: Functions['hosts'][string], host: unknown, ...operands: unknown[]): unknown {
  try {
    const value = ask(host, ...operands)
    return value === undefined ? new Fault(`${name}() gives no value`) : value
  } catch {
    // Only `dyn()` brings a value past the type check that a function of the host cannot take.
    return new Fault(`${name}() does not take these values`)
  }
}

/** A function of the host without operands answers the same throughout a run. */
function constantOfHost(ask: (host: unknown) => unknown): Expression {
  const answers = new WeakMap<Scope, { readonly value: unknown }>()
  return (scope) => {
    step(scope, 1)
    const known = answers.get(scope) ?? { value: ask(scope.host) }
    answers.set(scope, known)
    return known.value
  }
}

function unary(operand: Expression, run: (scope: Scope, value: unknown) => unknown): Expression {
  return (scope) => {
    const value = operand(scope)
    if (isStuck(value)) return value
    step(scope, 1 + costOf(value))
    return run(scope, value)
  }
}

function binary(
  left: Expression,
  right: Expression,
  run: (scope: Scope, one: unknown, other: unknown) => unknown,
): Expression {
  return (scope) => {
    const one = left(scope)
    const other = right(scope)
    if (isStuck(one) || isStuck(other)) return stuck([one, other])
    step(scope, 1 + costOf(one) + costOf(other))
    return run(scope, one, other)
  }
}

function call(operands: readonly Expression[], run: (scope: Scope, values: readonly unknown[]) => unknown): Expression {
  return (scope) => {
    const values = operands.map((operand) => operand(scope))
    const open = stuck(values)
    if (open) return open
    step(scope, 1 + values.reduce<number>((cost, value) => cost + costOf(value), 0))
    return run(scope, values)
  }
}

/** Long texts and lists cost more than the one step of a call, which may have to go through them. */
function costOf(value: unknown): number {
  if (typeof value === 'string') return value.length >> 6
  return Array.isArray(value) ? value.length >> 4 : 0
}
