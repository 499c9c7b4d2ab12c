import type { Origin as FindingOrigin } from '../model/report.ts'
import { manifestName } from './bundle/files.ts'
import type { Origin } from './tree.ts'

/** Tells for the part of an inventory at a JSON pointer which file of a bundle told of it, and for which source. */
export type OriginOf = (pointer: string) => FindingOrigin

/** Finds origins by pointer: of the part itself, else of the nearest one above; `placeOf` gives the path of a file of the bundle. */
export function originFinder(
  origins: ReadonlyMap<string, Origin>,
  placeOf: (file: string) => string,
  migrationFile?: string,
): OriginOf {
  return (pointer) => {
    if (migrationFile !== undefined && /^\/migration(?:\/|$)/.test(pointer))
      return { file: migrationFile, source: 'migration' }
    for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
      const origin = origins.get(above)
      // A part of which only a failed source tells that it exists stands in the manifest.
      if (origin) return { file: placeOf(origin.file ?? manifestName), source: origin.source }
    }
    return { file: placeOf(manifestName), source: manifestName }
  }
}
