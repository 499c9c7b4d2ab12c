import { listed } from '../../model/listed.ts'
import type { InventoryReport } from '../../model/report.ts'
import type { Page } from './page.ts'
import { placeOf } from './place.ts'
import { dayName, methodNames, phaseNames, releaseName } from './words.ts'
import { flow, wrap } from './wrap.ts'

/** Gives what was judged: file, releases, method, phase and day; of a bundle also what its places are places in. */
export function heading(inventory: InventoryReport, page: Page): readonly string[] {
  const { method, phase, plannedFor } = inventory
  const day = plannedFor === undefined ? '' : `, planned for ${dayName(page.show(plannedFor))}`
  const parts = [releasesOf(inventory), methodNames[method], phaseNames[phase] + day].filter((part) => part !== '')
  const file = placeOf(inventory.file, undefined, page)
  const [first = '', ...others] = flow(wasRead(inventory) ? [file, ...parts] : [file], page.dot, page.width)
  // A name with spaces may be broken; where it is whole it stands out.
  const head = first.startsWith(file) ? page.strong(file) + first.slice(file.length) : first
  return [
    head,
    ...others,
    ...(inventory.isCollected && wasRead(inventory) ? wrap(ofBundle, page.width).map(page.faint) : []),
  ]
}

const ofBundle =
  'Places such as inventory:12:5 are lines and columns of the inventory that rds-lint collect prints of this bundle.'

/** Method and phase of a file that could not be read are nobody's word. */
function wasRead({ diagnostics, counts }: InventoryReport): boolean {
  return counts.rules > 0 || diagnostics.every(({ severity }) => severity !== 'error')
}

function releasesOf({ releases, target }: InventoryReport): string {
  const from = listed(releases.map(releaseName))
  return target === undefined ? from : `${from === '' ? '' : `${from} `}to ${releaseName(target)}`
}
