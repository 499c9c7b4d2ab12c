import { rules as builtIn } from '../generated/rules.ts'
import type { Packed } from './lint-options.ts'
import { categories } from './model/report.ts'
import type { Rule } from './rules/rule.ts'

/** Gives the built-in rules and those of packs, in the order of the migration; in each step the built-in ones first. */
export function everyRule(packs: readonly Packed[] = []): readonly Rule[] {
  if (packs.length === 0) return builtIn
  const all = [...builtIn, ...packs.flatMap(({ rules }) => rules)]
  return categories.flatMap((category) => all.filter((rule) => rule.category === category))
}
