import { bare, type Type } from '../expression/type.ts'
import { inventoryTypes } from '../rules/inventory-types.ts'
import type { Examples, RuleFile } from '../rules/rule.ts'

/** Says which outcomes a rule can have and has no example of. */
export function lackingOutcomes(file: RuleFile): readonly (keyof Examples)[] {
  const { fails, passes, undecided = [], notApplicable = [] } = file.examples
  return [
    ...(fails.length > 0 ? [] : (['fails'] as const)),
    ...(passes.length > 0 ? [] : (['passes'] as const)),
    ...(undecided.length > 0 || !mayBeUntold(file) ? [] : (['undecided'] as const)),
    ...(notApplicable.length > 0 || !mayNotApply(file) ? [] : (['notApplicable'] as const)),
  ]
}

/** Whether an inventory may lack what a rule looks at. What the planner leaves out is not planned, and the whole is always there. */
function mayBeUntold(file: RuleFile): boolean {
  return [file.for].flat().some((pointer) => /^\/(?:servers|deployment)(?:\/|$)/.test(pointer))
}

/** Whether there may be nothing that a rule looks at: it asks for more, or a list, null or the plan stands on the way. */
function mayNotApply(file: RuleFile): boolean {
  const asks =
    file.when !== undefined || [file.severity].flat().every((entry) => typeof entry === 'object' && entry.when)
  return asks || [file.for].flat().some(mayBeNone)
}

function mayBeNone(pointer: string): boolean {
  let type: Type = inventoryTypes().root
  for (const token of pointer.split('/').slice(1)) {
    const of = bare(type)
    const next = of.kind === 'list' ? of.of : of.kind === 'object' ? of.fields[token] : undefined
    if (!next || of.kind === 'list' || next.kind === 'nullable' || token === 'migration') return true
    type = next
  }
  return false
}
