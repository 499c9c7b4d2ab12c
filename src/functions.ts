import type { Functions } from './expression/compile.ts'
import type { Builtins } from './expression/functions/builtin.ts'
import { builtins } from './expression/functions/index.ts'
import { facts } from './inventory/facts/index.ts'

const called: Record<string, Builtins[string]> = { ...builtins }

/** What compiled conditions call: the functions of the language that the built-in rules use, and the derived facts. */
export const functions: Functions = {
  builtins: called,
  // The estate is the host of every scope that the engine makes, and the type check lets rules pass only what a fact `takes`;
  // what `dyn()` brings past it ends as a fault (src/expression/compile-call.ts).
  hosts: Object.fromEntries(facts.map(({ name, of }) => [name, of as Functions['hosts'][string]])),
}

/** Lets conditions call more of the language. A usual run loads no regular expressions, which are larger than all the rest. */
export function alsoCall(more: Builtins): void {
  Object.assign(called, more)
}
