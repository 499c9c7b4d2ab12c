import type { Inventory } from '../inventory/inventory.ts'

/** Says why nothing at all is known, where no source answered: such an inventory would only look like one. Undefined where one did. */
export function whyNothing({ collection }: Inventory): string | undefined {
  const sources = collection?.sources ?? []
  if (sources.some(({ status }) => status === 'ok' || status === 'empty')) return undefined
  const reasons = sources.flatMap(({ name, message }) => (message === undefined ? [] : [`${name}: ${message}`]))
  const first = reasons[0] === undefined ? '' : ` (${reasons[0].replace(/[.;]+$/, '')})`
  return `none of its questions was answered${first}; collect again`
}
