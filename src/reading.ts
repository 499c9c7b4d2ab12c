import type { Inventory } from './inventory/inventory.ts'
import { type LoadedInventory, readInventory, refused } from './inventory/load.ts'
import type { LintInput } from './lint-options.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Locate, Region } from './model/region.ts'
import { survey } from './source/locate.ts'

/** An inventory file that is read once, and judged as often as there are targets to ask about. */
export interface Reading {
  readonly input: LintInput
  /** Absent where one of the diagnostics is an error. */
  readonly inventory?: Inventory
  readonly diagnostics: readonly Diagnostic[]
  /** Scans the text once more for places that were not asked for before. */
  readonly locate: Locate
  /** The file without its inventory where keys stand twice in its text, which only a scan can tell; else undefined. */
  readonly doubled: () => LoadedInventory | undefined
}

/** Reads an inventory. Never throws. */
export function readOnce(input: LintInput): Reading {
  const read = readInventory(input.bytes)
  const { inventory, text } = read
  const known = new Map<string, Region>()
  let keysInText: number | undefined
  // The one scan of the text that finds the places also tells whether a key stands twice.
  const scan = (pointers: readonly string[]): number => {
    const { regions, keys } = survey(text, pointers)
    for (const [pointer, region] of regions) known.set(pointer, region)
    keysInText = keys
    return keys
  }
  return {
    input,
    ...(inventory ? { inventory } : {}),
    diagnostics: [...(input.diagnostics ?? []), ...read.diagnostics],
    locate: (pointers) => {
      const unseen = pointers.filter((pointer) => !known.has(pointer))
      if (unseen.length > 0 || keysInText === undefined) scan(unseen)
      return known
    },
    doubled: () => refused(read, keysInText ?? scan([])),
  }
}
