import { categories, type Method, methods, type Obstacle, type TargetCell } from '../../model/report.ts'
import { supportedTargets } from '../../model/targets.ts'
import { whichReleases } from '../../model/which-releases.ts'
import { columns } from './columns.ts'
import type { Page } from './page.ts'
import { methodNames } from './words.ts'
import { setIn, wrap } from './wrap.ts'

/** Gives the rules that stand in the way of some target, and those that may, each with the targets that it bars. */
export function obstacles(cells: readonly TargetCell[], page: Page): readonly (readonly string[])[] {
  return [
    section('What stands in the way', cells, ({ blocking }) => blocking, page),
    section('Not known, and may stand in the way', cells, ({ waiting }) => waiting, page),
  ]
}

function section(
  title: string,
  cells: readonly TargetCell[],
  obstaclesOf: (cell: TargetCell) => readonly Obstacle[],
  page: Page,
): readonly string[] {
  const found = new Map(cells.flatMap(obstaclesOf).map((one) => [one.rule, one.category]))
  const rules = categories.flatMap((category) => [...found.keys()].filter((rule) => found.get(rule) === category))
  if (rules.length === 0) return []
  const width = Math.max(...rules.map((rule) => columns(page.show(rule)))) + 4
  const isWide = page.width - width >= 30
  return [
    page.strong(title),
    ...rules.flatMap((rule) => {
      const barred = cells.filter((cell) => obstaclesOf(cell).some((one) => one.rule === rule))
      const name = page.show(rule)
      if (!isWide)
        return [...setIn(wrap(name, page.width - 2), 2), ...setIn(wrap(where(barred, cells), page.width - 6), 6)]
      const [first = '', ...others] = wrap(where(barred, cells), page.width - width)
      return [`  ${name}${' '.repeat(width - 2 - columns(name))}${first}`, ...setIn(others, width)]
    }),
  ]
}

/** Says which targets are meant, by method where that makes a difference. */
function where(barred: readonly TargetCell[], cells: readonly TargetCell[]): string {
  const asked = methods.filter((method) => cells.some((cell) => cell.method === method))
  const parts = asked.flatMap((method) => {
    const targets = supportedTargets.filter((target) => barred.some((cell) => isAt(cell, target, method)))
    return targets.length === 0 ? [] : [{ method, targets: targetsIn(targets) }]
  })
  const [first] = parts
  if (parts.length === asked.length && parts.every(({ targets }) => targets === first?.targets))
    return first?.targets ?? ''
  return parts.map(({ method, targets }) => `${methodNames[method]}: ${targets}`).join('; ')
}

function isAt(cell: TargetCell, target: string, method: Method): boolean {
  return cell.target === target && cell.method === method
}

function targetsIn(targets: readonly (typeof supportedTargets)[number][]): string {
  return targets.length === supportedTargets.length ? 'every target' : whichReleases(targets, supportedTargets)
}
