import { readFile } from 'node:fs/promises'
import { writeValidator } from './validator.ts'

const from = 'src/rules/rule.schema.json'

/** Writes the validator of a rule file: `generated/validate-rule.js`. */
export async function ruleValidator(): Promise<void> {
  await writeValidator(JSON.parse(await readFile(from, 'utf8')), from, 'generated/validate-rule.js', true)
}
