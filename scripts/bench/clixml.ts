import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a step of reading CLIXML took. */
export interface Took {
  readonly seconds: number
  /** Resident memory of the process in MB. */
  readonly peak: number
}

/** Does one step of reading a CLIXML file in a process of its own: nothing, decode, outline, validator, parser or reader. */
export function clixmlStep(path: string, step: string): Took {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, path, step], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${step} ended with ${status}: ${stderr.trim()}`)
  return JSON.parse(stdout)
}

const script = fileURLToPath(new URL('clixml-step.ts', import.meta.url))
