import type { Functions } from './expression/compile.ts'
import { builtins } from './expression/functions/index.ts'
import { facts } from './inventory/facts/index.ts'

/** What compiled conditions call: the functions of the language that the built-in rules use, and the derived facts. */
export const functions: Functions = {
  builtins,
  hosts: Object.fromEntries(facts.map(({ name, of }) => [name, of as Functions['hosts'][string]])),
}
