import { type Expression, type Functions, node, type Plan } from './compile.ts'
import { step } from './scope.ts'
import type { Tree } from './tree.ts'
import { Fault, isStuck, stuck } from './value.ts'

/** Compiles a call: its operands first; where one of them is unknown or a fault, so is the result. */
export function compileCall({ name, args }: Tree & { op: 'call' }, plan: Plan): Expression {
  const run = runOf(name, plan.functions)
  if (!run) return () => new Fault(`there is no function ${name}()`)
  const operands = args.map((argument) => node(argument, plan))
  const [one, other] = operands
  // Nearly all calls take one value or two; a list of them would cost more than the call.
  if (one && operands.length === 1) return unary(one, run)
  if (one && other && operands.length === 2) return binary(one, other, run)
  return call(operands, run)
}

/** What a call runs, for the host of its functions and operands that are not stuck. */
type Run = (host: unknown, ...operands: unknown[]) => unknown

function runOf(name: string, { builtins, hosts }: Functions): Run | undefined {
  const builtin = Object.hasOwn(builtins, name) ? builtins[name]?.run : undefined
  if (builtin) return (_, ...operands) => builtin(...operands)
  const ask = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  if (!ask) return undefined
  return (host, ...operands) => {
    try {
      const value = ask(host, ...operands)
      return value === undefined ? new Fault(`${name}() gives no value`) : value
    } catch {
      // Only `dyn()` brings a value past the type check that a function of the host cannot take.
      return new Fault(`${name}() does not take these values`)
    }
  }
}

function unary(operand: Expression, run: Run): Expression {
  return (scope) => {
    const value = operand(scope)
    if (isStuck(value)) return value
    step(scope, 1 + costOf(value))
    return run(scope.host, value)
  }
}

function binary(left: Expression, right: Expression, run: Run): Expression {
  return (scope) => {
    const one = left(scope)
    const other = right(scope)
    if (isStuck(one) || isStuck(other)) return stuck([one, other])
    step(scope, 1 + costOf(one) + costOf(other))
    return run(scope.host, one, other)
  }
}

function call(operands: readonly Expression[], run: Run): Expression {
  return (scope) => {
    const values = operands.map((operand) => operand(scope))
    const open = stuck(values)
    if (open) return open
    step(scope, 1 + values.reduce<number>((cost, value) => cost + costOf(value), 0))
    return run(scope.host, ...values)
  }
}

/** Long texts and lists cost more than the one step of a call, which may have to go through them. */
function costOf(value: unknown): number {
  if (typeof value === 'string') return value.length >> 6
  return Array.isArray(value) ? value.length >> 4 : 0
}
