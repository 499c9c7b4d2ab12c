import type { Region } from '../../model/region.ts'
import { messageName } from './message.ts'
import type { Excerpt } from './snippet.ts'

/** What a SARIF location needs to know of its file. */
export interface FilePlace {
  /** URI reference of the file. */
  readonly uri: string
  readonly excerpt: Excerpt
}

/** Gives the location of a part of the inventory: its place in the file beside its logical name. */
export function placeOf(file: FilePlace, region: Region, subject: string): object {
  return {
    physicalLocation: { artifactLocation: { uri: file.uri }, ...file.excerpt(region) },
    logicalLocations: [{ fullyQualifiedName: messageName(subject), kind: 'resource' }],
  }
}
