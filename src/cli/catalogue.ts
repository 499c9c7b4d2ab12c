import type { ApplicabilityTable } from '../rules/applicability-table.ts'
import type { RuleFile } from '../rules/rule.ts'

/** A built-in rule as its file has it, and where it applies and where it does not. */
export interface CatalogueRule extends RuleFile, ApplicabilityTable {}

/** Gives every built-in rule, in the order of the migration, then by id. */
export async function loadCatalogue(): Promise<readonly CatalogueRule[]> {
  const { default: rules } = await import('../../generated/catalogue.json', { with: { type: 'json' } })
  // Each rule file was validated when the catalogue was built.
  return rules as unknown as readonly CatalogueRule[]
}
