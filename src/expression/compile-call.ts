import type { Builtin } from './functions/builtin.ts'
import type { Expression, Functions } from './plan.ts'
import { type Scope, step } from './scope.ts'
import { Fault, isStuck, stuck } from './value.ts'

/** Gives a call of a function on compiled operands; where one of them is unknown or a fault, so is the result. */
export function compileCall(name: string, operands: readonly Expression[], functions: Functions): Expression {
  const run = runOf(name, functions)
  if (!run) return () => new Fault(`there is no function ${name}()`)
  const [one, other] = operands
  // Nearly all calls take one value or two; a list of them would cost more than the call.
  if (one && operands.length === 1) return unary(one, run)
  if (one && other && operands.length === 2) return binary(one, other, run)
  return call(operands, run)
}

/** What a call runs, for operands that are not stuck. */
type Run = (scope: Scope, ...operands: unknown[]) => unknown

function runOf(name: string, { builtins, hosts }: Functions): Run | undefined {
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin) return ofLanguage(builtin)
  const ask = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  if (!ask) return undefined
  return (scope, ...operands) => {
    try {
      const value = ask(scope.host, ...operands)
      return value === undefined ? new Fault(`${name}() gives no value`) : value
    } catch {
      // Only `dyn()` brings a value past the type check that a function of the host cannot take.
      return new Fault(`${name}() does not take these values`)
    }
  }
}

function ofLanguage({ run, cost }: Builtin): Run {
  if (!cost) return (_, ...operands) => run(...operands)
  return (scope, ...operands) => {
    step(scope, cost(...operands))
    return run(...operands)
  }
}

function unary(operand: Expression, run: Run): Expression {
  return (scope) => {
    const value = operand(scope)
    if (isStuck(value)) return value
    step(scope, 1 + costOf(value))
    return run(scope, value)
  }
}

function binary(left: Expression, right: Expression, run: Run): Expression {
  return (scope) => {
    const one = left(scope)
    const other = right(scope)
    if (isStuck(one) || isStuck(other)) return stuck([one, other])
    step(scope, 1 + costOf(one) + costOf(other))
    return run(scope, one, other)
  }
}

function call(operands: readonly Expression[], run: Run): Expression {
  return (scope) => {
    const values = operands.map((operand) => operand(scope))
    const open = stuck(values)
    if (open) return open
    step(scope, 1 + values.reduce<number>((cost, value) => cost + costOf(value), 0))
    return run(scope, ...values)
  }
}

/** Long texts and lists cost more than the one step of a call, which may have to go through them. */
function costOf(value: unknown): number {
  if (typeof value === 'string') return value.length >> 6
  return Array.isArray(value) ? value.length >> 4 : 0
}
