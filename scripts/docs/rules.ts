import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Category } from '../../src/model/report.ts'
import { loadRule } from '../../src/rules/load-rule.ts'
import type { Rule, RuleFile } from '../../src/rules/rule.ts'
import { ruleFiles } from '../rule-files.ts'

/** A built-in rule as its file has it, and checked. */
export interface BuiltInRule {
  readonly file: RuleFile
  readonly rule: Rule
}

/** Every built-in rule, in the order of the migration, then by id. */
export async function everyRule(): Promise<readonly BuiltInRule[]> {
  return Promise.all(
    (await ruleFiles()).map(async (path) => {
      const text = await readFile(path, 'utf8')
      const { file, rule } = loadRule(text, basename(path, '.yaml'), basename(dirname(path)) as Category)
      if (!file || !rule) throw new Error(`${path} is no valid rule; npm run build says why`)
      return { file, rule }
    }),
  )
}
