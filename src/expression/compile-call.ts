import { type Expression, node, type Plan } from './compile.ts'
import { step } from './scope.ts'
import type { Tree } from './tree.ts'
import { Fault, isStuck, stuck } from './value.ts'

/** Compiles a call: its operands first; where one of them is unknown or a fault, so is the result. */
export function compileCall({ name, args }: Tree & { op: 'call' }, plan: Plan): Expression {
  const operands = args.map((argument) => node(argument, plan))
  const { builtins, hosts } = plan.functions
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined
  if (builtin) return call(operands, (_, values) => builtin.run(...values))
  const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  if (host) return call(operands, (scope, values) => ask(name, () => host(scope.host, ...values)))
  return () => new Fault(`there is no function ${name}()`)
}

function ask(name: string, run: () => unknown): unknown {
  try {
    const value = run()
    return value === undefined ? new Fault(`${name}() gives no value`) : value
  } catch {
    // Only `dyn()` brings a value past the type check that a function of the host cannot take.
    return new Fault(`${name}() does not take these values`)
  }
}

type Run = (scope: Parameters<Expression>[0], values: readonly unknown[]) => unknown

function call(operands: readonly Expression[], run: Run): Expression {
  return (scope) => {
    const values: unknown[] = []
    let isKnown = true
    for (const operand of operands) {
      const value = operand(scope)
      values.push(value)
      if (isStuck(value)) isKnown = false
    }
    if (!isKnown) return stuck(values)
    step(scope, costOf(values))
    return run(scope, values)
  }
}

/** One step a call, and more for long texts and lists, which the call may have to go through. */
function costOf(values: readonly unknown[]): number {
  let cost = 1
  for (const value of values) {
    if (typeof value === 'string') cost += value.length >> 6
    else if (Array.isArray(value)) cost += value.length >> 4
  }
  return cost
}
