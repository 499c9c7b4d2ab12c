import { fstatSync, mkdirSync, readdirSync } from 'node:fs'
import { identity, isFolder } from './file-identity.ts'
import { watchFiles } from './file-watch.ts'
import type { Host } from './host.ts'
import { readBytes, readPlainBytes, readStream } from './read-bytes.ts'
import { writeStream } from './write-stream.ts'

/** Gives the host of the running process. */
export function processHost(): Host {
  const stdoutIsTerminal = isTerminal(1)
  return {
    args: process.argv.slice(2),
    env: process.env,
    platform: process.platform,
    cwd: process.cwd(),
    // A watch may outlast the day.
    get today() {
      return localDay(new Date())
    },
    get stdinIsTerminal() {
      return isTerminal(0)
    },
    stdoutIsTerminal,
    // The stream costs 2 ms to open, so that it is opened only for a terminal.
    ...(stdoutIsTerminal && process.stdout.columns > 0 ? { columns: process.stdout.columns } : {}),
    readFile: (path) => readBytes(path, process.platform),
    readPlainFile: (path, most) => readPlainBytes(path, process.platform, most),
    readStdin: () => readStream(process.stdin),
    listFolder: (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
    identity: (path) => identity(path, process.platform),
    isFolder,
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    watch: watchFiles,
    writeOut: (text) => writeStream(1, () => process.stdout, text, process.platform),
    writeErr: (text) => writeStream(2, () => process.stderr, text, process.platform),
    writeFile: async (path, text) => (await import('./write-beside.ts')).writeBeside(path, text, process),
    stageFile: async (path, text) => (await import('./write-beside.ts')).stageBeside(path, text, process),
  }
}

// Files and pipes are told apart without node:tty, which costs 2 ms to load.
function isTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor)
    if (stats.isFile() || stats.isFIFO() || stats.isSocket()) return false
  } catch {
    // Some Windows consoles have no status.
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor)
}

function localDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
