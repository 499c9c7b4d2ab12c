import { categories, type Method, methods, type Obstacle, type Release, type TargetCell } from '../model/report.ts'
import { supportedTargets } from '../model/targets.ts'
import { whichReleases } from '../model/which-releases.ts'
import { methodNames } from './pretty/words.ts'

/** A rule that stands in the way of some targets, and in words which: "2019 and later". */
interface Bar {
  readonly rule: string
  readonly where: string
}

/** The rules under one heading. */
export interface Bars {
  readonly title: string
  readonly rules: readonly Bar[]
}

/** Gives the rules that stand in the way of some target, and those that may, in the order of the migration; what has no rules is left out. */
export function barsOf(cells: readonly TargetCell[]): readonly Bars[] {
  const all = [
    { title: 'What stands in the way', rules: rulesIn(cells, ({ blocking }) => blocking) },
    { title: 'Not known, and may stand in the way', rules: rulesIn(cells, ({ waiting }) => waiting) },
  ]
  return all.filter(({ rules }) => rules.length > 0)
}

function rulesIn(cells: readonly TargetCell[], obstaclesOf: (cell: TargetCell) => readonly Obstacle[]): readonly Bar[] {
  const found = new Map(cells.flatMap(obstaclesOf).map((one) => [one.rule, one.category]))
  const rules = categories.flatMap((category) => [...found.keys()].filter((rule) => found.get(rule) === category))
  return rules.map((rule) => {
    const barred = cells.filter((cell) => obstaclesOf(cell).some((one) => one.rule === rule))
    return { rule, where: where(barred, cells) }
  })
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

function isAt(cell: TargetCell, target: Release, method: Method): boolean {
  return cell.target === target && cell.method === method
}

function targetsIn(targets: readonly Release[]): string {
  return targets.length === supportedTargets.length ? 'every target' : whichReleases(targets, supportedTargets)
}
