import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives what the SARIF validator says of texts, as "RULE: argument, argument", notes included. */
export function validateSarif(texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rds-lint-sarif-'))
  try {
    const files = texts.map((_, index) => join(folder, `${index}.sarif`))
    for (const [index, file] of files.entries()) writeFileSync(file, texts[index] ?? '')
    const output = join(folder, 'said.json')
    const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', '--output', output, '--quiet']
    const run = spawnSync(binary(), ['validate', ...files, ...options], {
      encoding: 'utf8',
      // The validator wants ICU otherwise, which small images lack.
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    })
    if (run.status !== 0) throw new Error(`the validator went wrong: ${run.error ?? run.stdout + run.stderr}`)
    return said(readFileSync(output, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function said(log: string): readonly string[] {
  const { runs } = JSON.parse(log) as { runs: readonly { results: readonly ValidatorResult[] }[] }
  const results = runs.flatMap((run) => run.results)
  return results.map(({ ruleId, message }) => `${ruleId}: ${(message.arguments ?? []).join(', ')}`)
}

interface ValidatorResult {
  readonly ruleId: string
  readonly message: { readonly arguments?: readonly string[] }
}

/** The package sets the x bit in an install script, and this project installs without scripts. */
function binary(): string {
  const path: string = createRequire(import.meta.url)('@microsoft/sarif-multitool')
  if (process.platform === 'win32') return path
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
  return path
}
