import type { Estate } from '../inventory/estate.ts'
import { definitionOf } from './definitions.ts'
import type { Operation, Violation } from './operation.ts'

/** What an operation needs that the state before it does not have, or does not tell; nothing where it may be done. */
export function violations(estate: Estate, operation: Operation): readonly Violation[] {
  const { definition, taken } = definitionOf(operation)
  return definition.violations(estate, taken)
}
