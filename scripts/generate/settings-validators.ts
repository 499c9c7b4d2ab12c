import { readFile } from 'node:fs/promises'
import { writeValidator } from './validator.ts'

const validators = {
  'generated/validate-config.js': 'src/configuration/config.schema.json',
  'generated/validate-baseline.js': 'src/baseline/baseline.schema.json',
} as const

/** Writes the validators of a configuration and of a baseline: `generated/validate-config.js`, `generated/validate-baseline.js`. */
export async function settingsValidators(): Promise<void> {
  await Promise.all(
    Object.entries(validators).map(async ([path, from]) =>
      writeValidator(JSON.parse(await readFile(from, 'utf8')), from, path, true),
    ),
  )
}
