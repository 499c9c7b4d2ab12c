import { randomBytes } from 'node:crypto'
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, write } from 'node:fs'
import { dirname, join } from 'node:path'
import { hostError, type StagedFile } from './host.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The part of `process` that tells of signals. */
interface Signals {
  readonly pid: number
  readonly once: (signal: (typeof signals)[number], listener: () => void) => unknown
  readonly removeListener: (signal: (typeof signals)[number], listener: () => void) => unknown
  readonly kill: (pid: number, signal: (typeof signals)[number]) => unknown
}

/** Writes a file beside its place and then renames it, so that the place never holds half a text; a device is written directly. */
export async function writeBeside(path: string, text: string, process: Signals): Promise<void> {
  const staged = await stageBeside(path, text, process)
  await staged.keep()
}

/** Writes a file beside its place, to be renamed or taken away; a signal takes it away too. A device is written when it is kept. */
export async function stageBeside(path: string, text: string, process: Signals): Promise<StagedFile> {
  const place = statSync(path, { throwIfNoEntry: false })
  if (place?.isDirectory()) throw hostError('EISDIR')
  if (place !== undefined && !place.isFile())
    return { keep: () => writeInto(openSync(path, 'w'), text), discard: () => undefined }
  // The file that a symbolic link leads to is replaced, not the link.
  const target = place === undefined ? path : realpathSync(path)
  const temporary = join(dirname(target), `.rds-lint-${randomBytes(6).toString('hex')}.tmp`)
  const remove = () => rmSync(temporary, { force: true })
  const release = onSignal(process, remove)
  const discard = () => {
    remove()
    release()
  }
  try {
    await writeInto(openSync(temporary, 'wx', place?.mode ?? 0o666), text)
  } catch (error) {
    discard()
    throw error
  }
  const keep = async () => {
    try {
      renameSync(temporary, target)
      release()
    } catch (error) {
      discard()
      throw error
    }
  }
  return { keep, discard }
}

async function writeInto(file: number, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  try {
    for (let written = 0; written < bytes.length; ) written += await writeSome(file, bytes, written)
  } finally {
    closeSync(file)
  }
}

// In portions, so that a signal is heard in between.
function writeSome(file: number, bytes: Uint8Array, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(file, bytes, from, Math.min(bytes.length - from, 1 << 20), null, (error, written) =>
      error ? reject(error) : resolve(written),
    )
  })
}

function onSignal(process: Signals, clean: () => void): () => void {
  const listeners = signals.map((signal) => {
    const listener = () => {
      clean()
      release()
      // With the listener gone the signal ends the process as it would have without us.
      process.kill(process.pid, signal)
    }
    process.once(signal, listener)
    return { signal, listener }
  })
  const release = () => {
    for (const { signal, listener } of listeners) process.removeListener(signal, listener)
  }
  return release
}
