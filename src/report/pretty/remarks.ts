import type { InventoryReport } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placedIn, placeOf } from './place.ts'
import { setIn, wrap } from './wrap.ts'

/** Gives what is wrong with the file itself. */
export function diagnostics(
  inventory: Pick<InventoryReport, 'file' | 'isCollected' | 'diagnostics'>,
  page: Page,
): readonly string[] {
  const all = inventory.diagnostics
  const shown = page.quiet ? all.filter(({ severity }) => severity === 'error') : all
  if (shown.length === 0) return []
  const entries = shown.flatMap(({ severity, message, region }) => [
    `  ${page.severity[severity](severity)} ${page.faint(placeOf(region ? placedIn(inventory) : inventory.file, region, page, page.width - 3 - severity.length))}`,
    ...setIn(wrap(page.show(message), page.width - 4), 4),
  ])
  return [page.strong('The file'), ...entries]
}

/** Gives the rules that went wrong: the rule's fault, not the deployment's. */
export function faults({ faults }: InventoryReport, page: Page): readonly string[] {
  if (faults.length === 0) return []
  const entries = faults.flatMap(({ rule, pointer, message }) => {
    const where = pointer === '' ? 'the whole inventory' : page.show(pointer)
    return setIn(wrap(`${page.show(rule)} at ${where}: ${page.show(message)}`, page.width - 4), 4)
  })
  return [page.strong('Rules that went wrong and told nothing'), ...entries]
}
