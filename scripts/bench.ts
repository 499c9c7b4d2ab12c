import { readdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeFiles } from './bench/files.ts'
import { type Measured, median, pairs } from './bench/measure.ts'
import { peakOf, timeOf } from './bench/process.ts'

/** `npm run bench`: prints what runs take beside floors measured in the same run, and the budgets. Fails on no time. */
const parse = fileURLToPath(new URL('bench/parse-files.cjs', import.meta.url))
const lint = (...paths: readonly string[]) => [files.cli, '--as-of', '2026-11-24', ...paths]
const files = writeFiles([5, 1_000, 10_000, 100_000])
try {
  const large = files.ofServers(10_000)
  const megabytes = Math.round(statSync(large).size / 1e6)
  const many = readdirSync(files.many).map((name) => join(files.many, name))
  say(`${availableParallelism()} cores, Node ${process.version}, ${process.platform}; medians of whole processes`)
  say(row('work', 'floor', 'took', 'ratio', 'budget'))
  const small = pairs(
    15,
    () => timeOf(['-e', '0']),
    () => timeOf(lint(files.ofServers(5))),
  )
  say(told('5 servers, against node -e 0', small, 'ms', '1.6'))
  const time = pairs(
    9,
    () => timeOf([parse, large]),
    () => timeOf(lint(large)),
  )
  say(told(`10,000 servers (${megabytes} MB), against parsing`, time, 'ms', '2.0'))
  const memory = pairs(
    3,
    () => peakOf([parse, large]),
    () => peakOf(lint(large)),
  )
  say(told('the same, peak memory', memory, 'MB', '2.0'))
  const lots = pairs(
    5,
    () => timeOf([parse, files.many]),
    () => timeOf(lint(...many)),
  )
  say(told('1,000 inventories of 50 servers, against parsing', lots, 'ms', '2.5'))
  growth(small.value)
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

function told(work: string, { floor, value, ratio }: Measured, unit: string, budget: string): string {
  return row(work, `${floor.toFixed(0)} ${unit}`, `${value.toFixed(0)} ${unit}`, ratio.toFixed(2), budget)
}

function row(work: string, ...cells: readonly string[]): string {
  return work.padEnd(52) + cells.map((cell) => cell.padStart(10)).join('')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
