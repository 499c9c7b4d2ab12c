import type { Baseline, BaselineInventory } from './baseline.ts'

/** Gives what a baseline knows of an inventory: the part that bears its name, or the only part where that bears none; else nothing. */
export function knownOf({ inventories }: Baseline, file: string): BaselineInventory {
  const [first] = inventories
  const nameless = first?.file === undefined ? first : undefined
  return inventories.find((one) => one.file !== undefined && plain(one.file) === plain(file)) ?? nameless ?? nothing
}

/** Whether a baseline holds a part for an inventory. */
export function holds(baseline: Baseline, file: string): boolean {
  return knownOf(baseline, file) !== nothing
}

const nothing: BaselineInventory = { findings: [] }

/** One file may be named from PowerShell and from a shell of another system. */
function plain(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}
