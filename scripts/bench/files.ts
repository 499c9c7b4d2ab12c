import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { largeEstate } from '../estates/large-estate.ts'
import { sessions } from './sessions.ts'

/** The inventories of the benchmark, in a folder of their own. */
interface BenchFiles {
  /** The command line, copied so that a build in the meantime does not disturb the runs. */
  readonly cli: string
  /** The file with this many servers. */
  readonly ofServers: (servers: number) => string
  /** A folder with 1,000 inventories of 50 servers. */
  readonly many: string
  /** A file of 50 MB as `Export-Clixml` writes it. */
  readonly clixml: string
  readonly remove: () => void
}

/** Writes the inventories that the benchmark reads. */
export function writeFiles(sizes: readonly number[]): BenchFiles {
  const folder = mkdtempSync(join(tmpdir(), 'rds-lint-bench-'))
  const ofServers = (servers: number) => join(folder, `${servers}.json`)
  for (const servers of sizes) writeFileSync(ofServers(servers), textOf(servers, 1))
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let seed = 1; seed <= 1_000; seed++) writeFileSync(join(many, `${seed}.json`), textOf(50, seed))
  const clixml = join(folder, 'sessions.clixml')
  writeFileSync(clixml, sessions(50, false))
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  return {
    cli: join(folder, 'dist', 'cli.cjs'),
    ofServers,
    many,
    clixml,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function textOf(servers: number, seed: number): string {
  return JSON.stringify(largeEstate(servers, seed), null, 2)
}
