import type { RuleFile } from '../rules/rule.ts'

/** Gives every built-in rule as its file has it, in the order of the migration, then by id. */
export async function loadCatalogue(): Promise<readonly RuleFile[]> {
  const { default: rules } = await import('../../generated/catalogue.json', { with: { type: 'json' } })
  // Each rule file was validated when the catalogue was built.
  return rules as unknown as readonly RuleFile[]
}
