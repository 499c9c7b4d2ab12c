import type { Functions } from '../../expression/compile.ts'
import type { Estate } from '../../inventory/estate.ts'

const known = new WeakMap<Functions, Functions>()

/** The same functions, of which an estate that changes step by step remembers what they gave, for each argument. */
export function trackedFunctions(functions: Functions): Functions {
  const made = known.get(functions) ?? {
    builtins: functions.builtins,
    hosts: Object.fromEntries(Object.entries(functions.hosts).map(([name, ask]) => [name, remembering(name, ask)])),
  }
  known.set(functions, made)
  return made
}

type Ask = Functions['hosts'][string]

function remembering(name: string, ask: Ask): Ask {
  return (host, ...operands) => {
    const { tracking } = host as Estate
    const [operand, another] = operands
    if (!tracking || another !== undefined) return ask(host, ...operands)
    if (operand === undefined) return tracking.once(name, () => ask(host))
    // Lists are made anew by each condition, so that nothing would be found again under them.
    const isKey = typeof operand === 'string' || (typeof operand === 'object' && !Array.isArray(operand))
    return isKey && operand !== null
      ? tracking.onceEach(name, operand as object | string, () => ask(host, operand))
      : ask(host, ...operands)
  }
}
