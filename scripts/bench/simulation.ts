import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Method } from '../../src/model/report.ts'

/** Seconds that simulating took, and that linting one of the states takes. */
export interface SimulationTook {
  readonly lint: number
  readonly simulation: number
}

/** Simulates steps over a deployment, whose session hosts are upgraded or replaced, in a process of its own. */
export function simulationOf(method: Method, servers: number, steps: number): SimulationTook {
  const args = ['--import', 'tsx', script, method, String(servers), String(steps)]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`simulating ended with ${status}: ${stderr.trim()}`)
  return JSON.parse(stdout)
}

const script = fileURLToPath(new URL('simulation-step.ts', import.meta.url))
