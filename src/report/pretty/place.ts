import type { Region } from '../../model/region.ts'
import { shortened } from '../../model/visible.ts'
import { columns } from './columns.ts'
import type { Page } from './page.ts'

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
