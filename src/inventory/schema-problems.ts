import { validate } from '../../generated/validate-inventory.js'
import { validate as validateFully } from '../../generated/validate-inventory-fully.js'
import type { Problem } from './problem.ts'
import { explain, type SchemaError } from './schema-sentence.ts'

/**
 * Where a value is not what the schema wants: everywhere, or, to spare memory, only at the first place. `walk` says much
 * faster that there is no such place.
 */
export function schemaProblems(inventory: unknown, onlyFirst: boolean): readonly Problem[] {
  if (validate(inventory)) return []
  if (onlyFirst) return (validate.errors ?? []).slice(0, 1).map((error) => explain(error, inventory))
  validateFully(inventory)
  return decisive(validateFully.errors ?? []).map((error) => explain(error, inventory))
}

// Of a value of the wrong type it goes without saying that it is also none of the allowed ones.
function decisive(errors: readonly SchemaError[]): readonly SchemaError[] {
  const wrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath))
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !wrongType.has(instancePath))
}
