import { listed } from '../../model/listed.ts'
import type { InventoryReport } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placeOf } from './place.ts'
import { dayName, methodNames, phaseNames, releaseName } from './words.ts'
import { flow } from './wrap.ts'

/** Gives what was judged: file, releases, method, phase and day. */
export function heading(inventory: InventoryReport, page: Page): readonly string[] {
  const { method, phase, plannedFor } = inventory
  const day = plannedFor === undefined ? '' : `, planned for ${dayName(page.show(plannedFor))}`
  const parts = [releasesOf(inventory), methodNames[method], phaseNames[phase] + day].filter((part) => part !== '')
  const file = placeOf(inventory.file, undefined, page)
  const [first = '', ...others] = flow(wasRead(inventory) ? [file, ...parts] : [file], page.dot, page.width)
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
