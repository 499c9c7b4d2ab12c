import { fstatSync, writeSync } from 'node:fs'
import { errorCode } from './host-errors.ts'

/**
 * Writes all of a text to standard output (1) or standard error (2); rejects with the system's error.
 * Synchronous where that is safe: Node's stream loses the rest of a file when a disk fills in the middle of a write, and costs 2 ms to open.
 */
export async function writeStream(
  descriptor: 1 | 2,
  stream: () => NodeJS.WritableStream,
  text: string,
  platform: string,
): Promise<void> {
  const bytes = Buffer.from(text)
  const written = isSafe(descriptor, platform) ? writeWhile(descriptor, bytes) : 0
  if (written < bytes.length) await writeRest(stream(), bytes.subarray(written))
}

// A Windows console takes bytes in its code page, and a Windows pipe may be opened for overlapped writes only.
function isSafe(descriptor: number, platform: string): boolean {
  return platform !== 'win32' || fstatSync(descriptor).isFile()
}

function writeWhile(descriptor: number, bytes: Uint8Array): number {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } catch (error) {
    // A pipe that does not block is full: the stream waits for it.
    if (errorCode(error) !== 'EAGAIN') throw error
  }
  return written
}

function writeRest(stream: NodeJS.WritableStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // The stream tells an error twice: to the callback and as an event, which nobody else listens to.
    stream.once('error', reject)
    stream.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
