import type { Report, Verdict } from '../../model/report.ts'
import { compared } from '../comparison.ts'
import type { Page } from './page.ts'
import { placeOf } from './place.ts'
import { count, grouped } from './words.ts'
import { setIn, wrap } from './wrap.ts'

const verdicts: readonly Verdict[] = ['unusable', 'blocked', 'undecided', 'ready']

/** Gives the verdicts of all inventories at the end of a run of several; says so where there was none. */
export function summary(report: Report, page: Page): readonly string[] {
  const inventories = [...report.inventories, ...compared(report)]
  if (inventories.length === 1) return []
  if (inventories.length === 0) return ['No inventory was judged.']
  const numbers = verdicts.flatMap((verdict) => {
    const number = inventories.filter((inventory) => inventory.verdict === verdict).length
    return number === 0 ? [] : [`${grouped(number)} ${verdict}`]
  })
  const rows = inventories.map(({ file, verdict }) => {
    const word = verdict.toUpperCase()
    return `${page.verdict[verdict](word)}${' '.repeat(11 - word.length)}${placeOf(file, undefined, page, page.width - 13)}`
  })
  const total = wrap(`${count(inventories.length, 'inventory', 'inventories')}: ${numbers.join(', ')}`, page.width)
  return [...total.map(page.strong), ...setIn(rows, 2)]
}
