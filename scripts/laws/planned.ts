import { planInventory } from '../../src/plan-inventory.ts'
import { type ReadyEstate, readyEstate } from '../estates/ready-estate.ts'

/**
 * Says how the estate of a seed breaks the law of plans; undefined where it keeps it: from an inventory that is ready and
 * describes its destinations fully, the documented order adds no error at any step, and the last state is ready.
 */
export function planBrokenBy(seed: number): string | undefined {
  return brokenBy(readyEstate(seed))
}

/** Says how an estate that ought to be ready breaks the law. */
export function brokenBy({ inventory, target, method }: ReadyEstate): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(inventory))
  const plan = planInventory({ file: 'inventory.json', bytes }, { asOf: '2026-11-24', target, method, simulate: true })
  const run = `${target} ${method}`
  if ('unusable' in plan) return `${run}: ${plan.unusable.diagnostics[0]?.message}`
  const { before, steps, gaps, final } = plan
  if (before.verdict !== 'ready') {
    const finding = before.findings.find(({ severity }) => severity === 'error')
    const [open] = before.undecided
    return `${run}: the estate is ${before.verdict}: ${finding?.message ?? open?.rule}`
  }
  for (const { step, title, status, because, simulation } of steps) {
    const where = `${run}, step ${step}, ${title}`
    if (status !== 'open') return `${where} is ${status}: ${because[0]?.message}`
    const error = simulation?.added.find(({ severity }) => severity === 'error')
    if (error) return `${where} adds ${error.rule}: ${error.message}`
    const open = simulation?.undecided.find(({ severity }) => severity === 'error')
    if (open) return `${where} leaves ${open.rule} undecided for ${open.subject}: ${open.missing.join(', ')}`
  }
  if (gaps[0]) return `${run}: ${gaps[0].message}`
  if (final?.verdict === 'ready') return undefined
  const wrong = final?.findings.find(({ severity }) => severity === 'error') ?? final?.undecided[0]
  return `${run}: the last state is ${final?.verdict}: ${wrong?.rule} ${wrong?.subject}`
}
