import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs Node to its end and gives the milliseconds that it took; throws where it ended otherwise than with a verdict. */
export function timeOf(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const milliseconds = performance.now() - start
  // Node ends with 1 where a script cannot be loaded, as a blocked run does; only then it says something.
  if (stderr !== '' || (status !== 0 && status !== 1 && status !== 3))
    throw new Error(`node ${args[0]} ended with ${status}: ${stderr}`)
  return milliseconds
}

/** Runs Node and gives the peak of its resident memory in MB, as the process tells it at its end: so every system can. */
export function peakOf(args: readonly string[]): number {
  return reported('peak-reporter.cjs', args) / 1024
}

/** Runs Node and gives the milliseconds of processor time that it took. */
export function cpuOf(args: readonly string[]): number {
  return reported('cpu-reporter.cjs', args)
}

function reported(reporter: string, args: readonly string[]): number {
  const path = fileURLToPath(new URL(reporter, import.meta.url))
  const { output, stderr, status } = spawnSync(process.execPath, ['--require', path, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (stderr !== '') throw new Error(`node ${args[0]} ended with ${status}: ${stderr}`)
  return Number(output[3])
}
