import { without } from '../../scripts/estates/facts.ts'
import type { Circumstances } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { violations } from '../../src/plan/violations.ts'
import { anEstate } from './estate.ts'

/** The inventory after operations, one after the other. */
export function after(inventory: Inventory, ...operations: readonly Operation[]): Inventory {
  return operations.reduce((state, operation) => apply(state, operation), inventory)
}

/**
 * What the preconditions of an operation say, one line for each: "violated <rule>", or "undecided <rule>: <facts>" with the
 * property or the name that each fact is of; empty where they pass.
 */
export function answers(
  inventory: Partial<Inventory>,
  operation: Operation,
  changes: Partial<Circumstances> = {},
): readonly string[] {
  const { target = '2012R2', method = 'migrate' } = inventory.migration ?? {}
  return violations(anEstate(inventory, { target, method, phase: 'during', ...changes }), operation).map(
    ({ rule, missing }) =>
      missing
        ? `undecided ${rule}: ${[...new Set(missing.facts.map(({ key, name }) => name ?? key ?? 'the rest of a list'))].sort().join(', ')}`
        : `violated ${rule}`,
  )
}

/** The sentences that they say. */
export function sentences(inventory: Partial<Inventory>, operation: Operation): readonly string[] {
  const { target = '2012R2', method = 'migrate' } = inventory.migration ?? {}
  return violations(anEstate(inventory, { target, method, phase: 'during' }), operation).map(({ message }) => message)
}

/** An inventory without a fact: the property at the end of a way, which goes by indices of lists and names of properties. */
export function lacking(inventory: Inventory, ...way: readonly (string | number)[]): Inventory {
  return without(inventory, way)
}

/** An inventory with a value at the end of a way. */
export function having(inventory: Inventory, value: unknown, ...way: readonly (string | number)[]): Inventory {
  return placed(inventory, way, value) as Inventory
}

function placed(holder: unknown, [token, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (token === undefined) return value
  if (Array.isArray(holder)) return holder.map((one, index) => (index === token ? placed(one, rest, value) : one))
  const held = holder as Readonly<Record<string, unknown>>
  return { ...held, [token]: placed(held[token], rest, value) }
}
