import { type Estate, knownServers } from '../../inventory/estate.ts'
import { identityOf } from '../../inventory/facts/servers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { indexLocations } from '../../inventory/locations.ts'
import type { Parameter, ParameterKind } from '../definition.ts'
import { definitions } from '../definitions.ts'
import type { DocumentedPlan } from '../documented-plan.ts'
import { nameOf, type Operation } from '../operation.ts'

/**
 * The operations of the documented plan that are still to be done and that a runbook lacks, as the plan writes them. What is done
 * to several servers at once may be done to one after the other, and certificates may be named or not.
 */
export function leftOf(plan: DocumentedPlan, runbook: readonly Operation[], estate: Estate): readonly Operation[] {
  const unitsOf = unitsIn(estate.inventory, estate.target)
  const held = new Set(runbook.flatMap(unitsOf))
  const open = plan.steps.filter(({ status }) => status !== 'done').map(({ operation }) => operation)
  return open.filter((operation) => unitsOf(operation).some((unit) => !held.has(unit)))
}

/** What an operation comes to, in a form that compares: one text for each server that it takes in a list. */
function unitsIn(inventory: Inventory, target: string): (operation: Operation) => readonly string[] {
  const known = knownServers(inventory)
  const canonical = (kind: ParameterKind | undefined, word: string): string => {
    if (kind === 'server' || kind === 'servers') return identityOf(known, word)
    return kind === 'location' ? locationOf(word) : word.toLowerCase()
  }
  const seen: string[] = []
  return (operation) => {
    if ('createCollection' in operation) {
      const { collection, hosts } = operation.createCollection
      const joins = hosts.flatMap((host) => unitsOf({ addHost: { collection, host } }))
      return [`createCollection ${collection.toLowerCase()}`, ...joins]
    }
    return unitsOf(operation)
  }

  function unitsOf(operation: Operation): readonly string[] {
    const name = nameOf(operation)
    const parameters: Readonly<Record<string, Parameter>> = definitions[name].parameters
    const taken = (operation as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[name] ?? {}
    const words = Object.keys(parameters).map((key) => {
      const { kind } = parameters[key] ?? {}
      if (kind === 'thumbprint') return ['']
      const value = taken[key] ?? (kind === 'release' ? target : '')
      return ((Array.isArray(value) ? value : [value]) as readonly string[]).map((word) => canonical(kind, word))
    })
    return words.reduce<readonly string[]>(
      (all, some) => all.flatMap((one) => some.map((word) => `${one}\u0000${word}`)),
      [name],
    )
  }

  /** The first spelling of a location that denotes the same folder. */
  function locationOf(location: string): string {
    const [position] = indexLocations(known, seen).find(location)
    if (position === undefined) seen.push(location)
    return position === undefined ? location : (seen[position] ?? location)
  }
}
