import { listed } from '../../model/listed.ts'
import type { InventoryReport, TargetMatrix } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import type { Page } from './page.ts'
import { placeOf } from './place.ts'
import { dayName, methodNames, phaseNames } from './words.ts'
import { flow } from './wrap.ts'

/** Gives what was judged: file, releases, method, phase and day. */
export function heading(inventory: InventoryReport, page: Page): readonly string[] {
  const { method, phase, plannedFor } = inventory
  const day = plannedFor === undefined ? '' : `, planned for ${dayName(page.show(plannedFor))}`
  const parts = [releasesOf(inventory), methodNames[method], phaseNames[phase] + day]
  return line(inventory.file, wasRead(inventory) ? parts : [], page)
}

/** Gives what was judged for every target: file, releases and phase. */
export function headingOf({ file, releases, phase }: TargetMatrix, page: Page): readonly string[] {
  return line(file, [listed(releases.map(releaseName)), phaseNames[phase]], page)
}

function line(path: string, parts: readonly string[], page: Page): readonly string[] {
  const file = placeOf(path, undefined, page)
  const [first = '', ...others] = flow([file, ...parts.filter((part) => part !== '')], page.dot, page.width)
  // A name with spaces may be broken; where it is whole it stands out.
  return first.startsWith(file) ? [page.strong(file) + first.slice(file.length), ...others] : [first, ...others]
}

/** Method and phase of a file that could not be read are nobody's word. */
function wasRead({ diagnostics, counts }: InventoryReport): boolean {
  return counts.rules > 0 || diagnostics.every(({ severity }) => severity !== 'error')
}

function releasesOf({ releases, target }: InventoryReport): string {
  const from = listed(releases.map(releaseName))
  return target === undefined ? from : `${from === '' ? '' : `${from} `}to ${releaseName(target)}`
}
