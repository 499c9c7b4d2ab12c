import type { Functions } from '../../expression/compile.ts'
import type { Estate } from '../../inventory/estate.ts'
import type { SimulatedFinding, SimulatedUndecided } from '../../model/simulation.ts'
import { assemble } from '../assemble.ts'
import type { Checked, Hit } from '../check.ts'
import type { Part } from '../parts.ts'

/** Puts findings of a state into words. The parts are those of the estate's own inventory. */
export function tellFindings(
  estate: Estate,
  failed: readonly Hit[],
  functions: Functions,
): readonly SimulatedFinding[] {
  if (failed.length === 0) return []
  const { findings } = assemble(estate, { ...nothing, failed }, noPlaces, functions)
  return findings.map(({ region: _, ...finding }) => finding)
}

/** Puts what could not be decided in a state into words. */
export function tellUndecided(
  estate: Estate,
  undecided: readonly Hit[],
  functions: Functions,
): readonly SimulatedUndecided[] {
  if (undecided.length === 0) return []
  const told = assemble(estate, { ...nothing, undecided }, noPlaces, functions).undecided
  return told.map(({ region: _, missing, ...entry }) => {
    return { ...entry, missing: [...new Set(missing.map(({ label }) => label))] }
  })
}

/** A hit on the same part, found by its place in the inventory of another estate. */
export function hitIn<H extends Hit>(estate: Estate, hit: H): H {
  return { ...hit, part: partIn(estate, hit.part) }
}

function partIn(estate: Estate, { up, key }: Part): Part {
  if (!up) return { value: estate.inventory, key: '' }
  const holder = partIn(estate, up)
  return { value: (holder.value as Readonly<Record<string, unknown>>)[key], up: holder, key }
}

const nothing: Checked = { failed: [], undecided: [], faults: [], tallies: new Map(), subjects: 0 }
const noPlaces = () => new Map()
