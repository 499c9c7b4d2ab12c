import { readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Method, methods } from '../src/model/report.ts'
import { formats } from '../src/report/index.ts'
import { clixmlStep } from './bench/clixml.ts'
import { writeFiles } from './bench/files.ts'
import { type Measured, median, pairs } from './bench/measure.ts'
import { cpuOf, peakOf, timeOf } from './bench/process.ts'
import { simulationOf } from './bench/simulation.ts'

/** `npm run bench`: prints what runs take beside floors measured in the same run, and the budgets. Fails on no time; a part that goes wrong says so and stops no other. */
const parse = fileURLToPath(new URL('bench/parse-files.cjs', import.meta.url))
const lint = (...paths: readonly string[]) => [files.cli, '--as-of', '2026-11-24', ...paths]
const files = writeFiles([5, 1_000, 10_000, 100_000])
try {
  const large = files.ofServers(10_000)
  const megabytes = Math.round(statSync(large).size / 1e6)
  const many = readdirSync(files.many).map((name) => join(files.many, name))
  say(`${availableParallelism()} cores, Node ${process.version}, ${process.platform}; medians of whole processes`)
  say(row('work', 'floor', 'took', 'ratio', 'budget'))
  const small = part('5 servers, against node -e 0', 'ms', '1.6', () =>
    pairs(
      15,
      () => timeOf(['-e', '0']),
      () => timeOf(lint(files.ofServers(5))),
    ),
  )
  part(`10,000 servers (${megabytes} MB), against parsing`, 'ms', '2.0', () =>
    pairs(
      9,
      () => timeOf([parse, large]),
      () => timeOf(lint(large)),
    ),
  )
  part('the same, peak memory', 'MB', '2.0', () =>
    pairs(
      3,
      () => peakOf([parse, large]),
      () => peakOf(lint(large)),
    ),
  )
  // The quiet page is a few lines: what comes on top of it is the format.
  for (const format of Object.keys(formats))
    part(`the same as ${format}, processor time`, 'ms', '1.15', () =>
      pairs(
        3,
        () => cpuOf(lint(large, '--quiet')),
        () => cpuOf(lint(large, '--format', format)),
      ),
    )
  part('1,000 inventories of 50 servers, against parsing', 'ms', '2.5', () =>
    pairs(
      5,
      () => timeOf([parse, files.many]),
      () => timeOf(lint(...many)),
    ),
  )
  if (small) attempt('time for each server', () => growth(small.value))
  attempt('50 MB of CLIXML', clixml)
  for (const method of methods) attempt(`simulation, ${method}`, () => simulation(method))
} finally {
  files.remove()
}

/** Time for each server beyond what a run takes in any case, at three sizes. */
function growth(start: number): void {
  const sizes = [
    { servers: 1_000, runs: 9 },
    { servers: 10_000, runs: 7 },
    { servers: 100_000, runs: 3 },
  ]
  const each = sizes.map(({ servers, runs }) => {
    const times = Array.from({ length: runs }, () => timeOf(lint(files.ofServers(servers))))
    return ((median(times) - start) * 1_000) / servers
  })
  for (const [index, { servers }] of sizes.entries()) {
    const took = each[index] ?? 0
    const before = each[index - 1]
    const ratio = before === undefined ? '' : (took / before).toFixed(2)
    say(row(`${servers.toLocaleString('en')} servers, for each`, '', `${took.toFixed(0)} µs`, ratio, ratio && '1.2'))
  }
}

/** The CLIXML reader beside a walk over the tags, and the peak of its process beside the size of the file. */
function clixml(): void {
  const size = statSync(files.clixml).size / 1e6
  const work = `${size.toFixed(0)} MB of CLIXML`
  const floor = clixmlStep(files.clixml, 'outline').seconds
  const { seconds, peak } = clixmlStep(files.clixml, 'reader')
  const ratio = (seconds / floor).toFixed(0)
  say(row(`${work}, against a walk over its tags`, `${floor.toFixed(1)} s`, `${seconds.toFixed(1)} s`, ratio, '20 s'))
  say(
    row(
      'the same, peak memory, × its size',
      `${size.toFixed(0)} MB`,
      `${peak.toFixed(0)} MB`,
      (peak / size).toFixed(1),
      '15',
    ),
  )
}

/** A thousand steps over ten thousand servers, beside linting each state anew. */
function simulation(method: Method): void {
  const steps = 1_000
  const { lint, simulation: took } = simulationOf(method, 10_000, steps)
  const floor = lint * steps
  const work = `1,000 steps, 10,000 servers, ${method}, × one lint`
  say(row(work, `${floor.toFixed(0)} s`, `${took.toFixed(0)} s`, (took / floor).toFixed(2), '60 s'))
}

function part(work: string, unit: string, budget: string, measure: () => Measured): Measured | undefined {
  return attempt(work, () => {
    const measured = measure()
    const { floor, value, ratio } = measured
    say(row(work, `${floor.toFixed(0)} ${unit}`, `${value.toFixed(0)} ${unit}`, ratio.toFixed(2), budget))
    return measured
  })
}

function attempt<T>(work: string, measure: () => T): T | undefined {
  try {
    return measure()
  } catch (error) {
    say(`${work}: failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
    return undefined
  }
}

function row(work: string, ...cells: readonly string[]): string {
  return work.padEnd(52) + cells.map((cell) => cell.padStart(10)).join('')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
