import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Gives an empty folder that goes with the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rds-lint-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
