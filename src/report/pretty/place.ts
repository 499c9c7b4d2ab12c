import type { Region } from '../../model/region.ts'
import type { InventoryReport, Origin } from '../../model/report.ts'
import { shortened } from '../../model/visible.ts'
import { columns } from './columns.ts'
import type { Page } from './page.ts'

/** Gives the file that places of an inventory are in; of a bundle there is none until `rds-lint collect` prints it, so that a word stands for it. */
export function placedIn({ file, isCollected }: Pick<InventoryReport, 'file' | 'isCollected'>): string {
  return isCollected ? 'inventory' : file
}

/** Gives the file that told of a part, by its name in the bundle where it lies in there, and the source where the name does not say it. */
export function originOf({ file, source }: Origin, bundle: string, page: Page, room: number): string {
  const name =
    file.startsWith(bundle) && /^[\\/]/.test(file.slice(bundle.length)) ? file.slice(bundle.length + 1) : file
  const whose = name.includes(source) ? '' : ` (${page.show(source)})`
  return placeOf(name, undefined, page, room - columns(whose)) + whose
}

/** Gives `file:line:column`, or the file alone where there is no place, in at most `room` columns where that can be. */
export function placeOf(file: string, region: Region | undefined, page: Page, room = page.width): string {
  const position = region === undefined ? '' : `:${region.line}:${region.column}`
  const name = page.show(file)
  let limit = Math.max(room - position.length, 8)
  let short = shortened(name, limit, page.gap)
  // Wide letters take more columns than units.
  while (columns(short) + position.length > room && limit > 8) short = shortened(name, --limit, page.gap)
  return short + position
}
