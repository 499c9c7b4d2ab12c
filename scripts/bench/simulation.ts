import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Seconds that simulating took, and that linting one of the states takes. */
export interface SimulationTook {
  readonly lint: number
  readonly simulation: number
}

/** Simulates steps of an upgrade in place over a deployment, in a process of its own. */
export function simulationOf(servers: number, steps: number): SimulationTook {
  const args = ['--import', 'tsx', script, String(servers), String(steps)]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`simulating ended with ${status}: ${stderr.trim()}`)
  return JSON.parse(stdout)
}

const script = fileURLToPath(new URL('simulation-step.ts', import.meta.url))
