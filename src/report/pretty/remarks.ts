import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InventoryReport } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placedIn, placeOf } from './place.ts'
import { setIn, wrap } from './wrap.ts'

/** Gives what is to be said of the suppressions and the baseline of the run. */
export function settings({ diagnostics }: Pick<InventoryReport, 'diagnostics'>, page: Page): readonly string[] {
  const shown = diagnostics.filter(isOfSettings)
  if (page.quiet || shown.length === 0) return []
  const entries = shown.flatMap(({ severity, message }) => {
    const [first = '', ...others] = wrap(page.show(message), page.width - 11)
    return [`  ${page.severity[severity](severity)}${' '.repeat(9 - severity.length)}${first}`, ...setIn(others, 11)]
  })
  return [page.strong('Suppressions and baseline'), ...entries]
}

function isOfSettings({ code }: Diagnostic): boolean {
  return code === 'suppression' || code === 'baseline'
}

/** Gives what is wrong with the file itself. */
export function diagnostics(
  inventory: Pick<InventoryReport, 'file' | 'isCollected' | 'diagnostics'>,
  page: Page,
): readonly string[] {
  const own = inventory.diagnostics.filter((one) => !isOfSettings(one))
  const shown = page.quiet ? own.filter(({ severity }) => severity === 'error') : own
  if (shown.length === 0) return []
  const entries = shown.flatMap(({ severity, message, region }) => [
    `  ${page.severity[severity](severity)} ${page.faint(placeOf(region ? placedIn(inventory) : inventory.file, region, page, page.width - 3 - severity.length))}`,
    ...setIn(wrap(page.show(message), page.width - 4), 4),
  ])
  return [page.strong('The file'), ...entries]
}

/** Gives the rules that went wrong: the rule's fault, not the deployment's. */
export function faults({ faults }: Pick<InventoryReport, 'faults'>, page: Page): readonly string[] {
  if (faults.length === 0) return []
  const entries = faults.flatMap(({ rule, pointer, message }) => {
    const where = pointer === '' ? 'the whole inventory' : page.show(pointer)
    return setIn(wrap(`${page.show(rule)} at ${where}: ${page.show(message)}`, page.width - 4), 4)
  })
  return [page.strong('Rules that went wrong and told nothing'), ...entries]
}
