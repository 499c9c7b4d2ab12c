import type { InventoryReport, Tally } from '../../model/report.ts'
import type { Page } from './page.ts'
import { lookedAt } from './verdict.ts'
import { grouped } from './words.ts'
import { setIn, wrap } from './wrap.ts'

/** Gives the outcomes of each rule. */
export function tallies({ tallies }: InventoryReport, page: Page): readonly string[] {
  const rules = Object.entries(tallies)
  if (!page.verbose || rules.length === 0) return []
  const lines = rules.flatMap(([rule, tally]) => {
    const [first = '', ...others] = wrap(`${page.show(rule)}: ${outcomes(tally)}`, page.width - 4)
    return [...setIn([first], 2), ...setIn(others, 4)]
  })
  return [page.strong('Outcomes by rule'), ...lines]
}

/** Gives the last line of an inventory: how many rules looked at how many parts, and what came out. */
export function closing(inventory: InventoryReport, page: Page): readonly string[] {
  if (page.quiet) return []
  const { rules, subjects } = inventory.counts
  const came = rules === 0 || subjects === 0 ? '' : `: ${outcomes(inventory.counts)}`
  return wrap(`${lookedAt(inventory)}${came}.`, page.width)
}

function outcomes({ pass, fail, undecided, notApplicable }: Tally): string {
  const all = [
    `${grouped(pass)} passed`,
    `${grouped(fail)} failed`,
    `${grouped(undecided)} undecided`,
    `${grouped(notApplicable)} not applicable`,
  ]
  return all.join(', ')
}
