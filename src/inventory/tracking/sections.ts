import type { Deployment, Inventory } from '../inventory.ts'
import type { Cell, Cells } from './cells.ts'

/** The sections of an inventory that states may change, beside the deployment. */
export const sectionNames = ['servers', 'migration', 'collection'] as const satisfies readonly (keyof Inventory)[]

/** The sections of a deployment. */
export const partNames = [
  'activeManagementServer',
  'highAvailability',
  'sessionCollections',
  'virtualDesktopCollections',
  'gateway',
  'licensing',
  'certificates',
] as const satisfies readonly (keyof Deployment)[]

/** A cell for each property that is named or held; of the deployment only its own properties have one. */
export function cellsOf(
  names: readonly string[],
  of: object,
  source: (value: unknown) => Cell,
): ReadonlyMap<string, Cell> {
  const held = Object.keys(of).filter((name) => name !== 'deployment')
  const all = new Set([...names, ...held])
  return new Map([...all].map((name) => [name, source((of as Readonly<Record<string, unknown>>)[name])]))
}

/** An object whose properties note that they are read. */
export function reading(properties: ReadonlyMap<string, Cell>, cells: Cells): object {
  const object = {}
  for (const [name, cell] of properties) {
    Object.defineProperty(object, name, { enumerable: true, get: () => cells.read(cell) })
  }
  return object
}
