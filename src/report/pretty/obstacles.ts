import type { TargetCell } from '../../model/report.ts'
import { type Bars, barsOf } from '../obstacles.ts'
import { columns } from './columns.ts'
import type { Page } from './page.ts'
import { setIn, wrap } from './wrap.ts'

/** Gives the rules that stand in the way of some target, and those that may, each with the targets that it bars. */
export function obstacles(cells: readonly TargetCell[], page: Page): readonly (readonly string[])[] {
  return barsOf(cells).map((bars) => section(bars, page))
}

function section({ title, rules }: Bars, page: Page): readonly string[] {
  const width = Math.max(...rules.map(({ rule }) => columns(page.show(rule)))) + 4
  const isWide = page.width - width >= 30
  return [
    page.strong(title),
    ...rules.flatMap(({ rule, where }) => {
      const name = page.show(rule)
      if (!isWide) return [...setIn(wrap(name, page.width - 2), 2), ...setIn(wrap(where, page.width - 6), 6)]
      const [first = '', ...others] = wrap(where, page.width - width)
      return [`  ${name}${' '.repeat(width - 2 - columns(name))}${first}`, ...setIn(others, width)]
    }),
  ]
}
