import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Category } from '../../src/model/report.ts'
import type { LoadedRule } from '../../src/rules/load-rule.ts'
import { ruleFiles } from '../rule-files.ts'

/** Checks the built-in rules and writes them compiled, `generated/rules.ts`, and whole, with where they apply, `generated/catalogue.json`. */
export async function rules(): Promise<void> {
  // These need the validator and the tables that an earlier step generates.
  const { loadRule } = await import('../../src/rules/load-rule.ts')
  const { applicabilityTable } = await import('../../src/rules/applicability-table.ts')
  const loaded: LoadedRule[] = []
  for (const path of await ruleFiles()) {
    const result = loadRule(await readFile(path, 'utf8'), basename(path, '.yaml'), basename(dirname(path)) as Category)
    if (result.diagnostics.length > 0) {
      const lines = result.diagnostics.map(
        ({ region, message }) => `${path}:${region?.line ?? 1}:${region?.column ?? 1}: ${message}`,
      )
      throw new Error(lines.join('\n'))
    }
    loaded.push(result)
  }
  const catalogue = loaded.map(({ file, rule }) => ({ ...file, ...(rule && applicabilityTable(rule)) }))
  await writeFile('generated/catalogue.json', `${JSON.stringify(catalogue)}\n`)
  const lines = [
    '// Generated from rules/ by `npm run generate`.',
    "import type { Rule } from '../src/rules/rule.ts'",
    '',
    '/** The built-in rules, checked and compiled; in the order of the migration, then by id. */',
    // A text is parsed faster than an object literal of this size.
    `export const rules: readonly Rule[] = JSON.parse(${JSON.stringify(JSON.stringify(loaded.map(({ rule }) => rule)))})`,
    '',
  ]
  await writeFile('generated/rules.ts', lines.join('\n'))
}
