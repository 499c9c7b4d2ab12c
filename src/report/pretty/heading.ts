import { listed } from '../../model/listed.ts'
import type { InventoryReport, TargetMatrix } from '../../model/report.ts'
import { releaseName } from '../../model/which-releases.ts'
import type { Page } from './page.ts'
import { placeOf } from './place.ts'
import { dayName, methodNames, phaseNames } from './words.ts'
import { flow, wrap } from './wrap.ts'

/** Gives what was judged: file, releases, method, phase and day; of a bundle also what its places are places in. */
export function heading(inventory: InventoryReport, page: Page): readonly string[] {
  const { method, phase, plannedFor } = inventory
  const day = plannedFor === undefined ? '' : `, planned for ${dayName(page.show(plannedFor))}`
  const parts = [releasesOf(inventory), methodNames[method], phaseNames[phase] + day]
  return wasRead(inventory) ? line(inventory, parts, page) : line({ file: inventory.file }, [], page)
}

/** Gives what was judged for every target: file, releases and phase; of a bundle also what its places are places in, where it names any. */
export function headingOf(matrix: TargetMatrix, page: Page): readonly string[] {
  const isPlaced = matrix.diagnostics.some(({ region }) => region !== undefined)
  return line(
    isPlaced ? matrix : { file: matrix.file },
    [listed(matrix.releases.map(releaseName)), phaseNames[matrix.phase]],
    page,
  )
}

function line(
  judged: Pick<InventoryReport, 'file' | 'isCollected'>,
  parts: readonly string[],
  page: Page,
): readonly string[] {
  const file = placeOf(judged.file, undefined, page)
  const [first = '', ...others] = flow([file, ...parts.filter((part) => part !== '')], page.dot, page.width)
  // A name with spaces may be broken; where it is whole it stands out.
  const head = first.startsWith(file) ? page.strong(file) + first.slice(file.length) : first
  return [head, ...others, ...(judged.isCollected ? wrap(ofBundle, page.width).map(page.faint) : [])]
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
