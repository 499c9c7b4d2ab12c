import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clixmlStep } from './bench/clixml.ts'
import { sessions } from './bench/sessions.ts'

/** Measures each step of the CLIXML reader on 50 MB, in a process of its own: `npx tsx scripts/bench-clixml.ts`. */
const folder = mkdtempSync(join(tmpdir(), 'rds-lint-clixml-'))
try {
  for (const shape of ['objects', 'list']) {
    const path = join(folder, `${shape}.clixml`)
    writeFileSync(path, sessions(50, shape === 'list'))
    for (const step of ['nothing', 'decode', 'outline', 'validator', 'parser', 'reader']) {
      const { seconds, peak } = clixmlStep(path, step)
      const took = `${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB of the process`
      process.stdout.write(`${shape.padEnd(8)} ${step.padEnd(10)} ${took}\n`)
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
