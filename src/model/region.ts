/** A stretch of a text file: lines and columns count from 1 in UTF-16 code units; the end is exclusive. */
export interface Region {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Gives the region of the value at each JSON pointer; pointers that lead nowhere are left out. */
export type Locate = (pointers: readonly string[]) => ReadonlyMap<string, Region>
