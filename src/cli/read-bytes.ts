import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { win32 } from 'node:path'
import { hostError } from './host.ts'

/** A string of V8 holds no more than 2^29 - 24 units, so that no larger file can be an inventory. */
const limit = 2 ** 29 - 24

/** Names that Windows gives to devices in every folder, with any extension ("Naming Files, Paths, and Namespaces"). */
const windowsDevice = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/** Gives the bytes of a file or of a named pipe; throws a `HostError` for a folder, a device or a file of more than 512 MB. */
export function readBytes(path: string, platform: string): Uint8Array {
  if (platform === 'win32' && windowsDevice.test(win32.basename(path))) throw hostError('EDEVICE')
  // Looked at before it is opened: opening a device can already do harm.
  refuse(statSync(path))
  const file = openSync(path, 'r')
  try {
    const stats = fstatSync(file)
    refuse(stats)
    return stats.isFIFO() ? readPipe(file) : readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives the bytes of a plain file of at most `most` bytes, without following a link or waiting for a pipe; throws a `HostError` for anything else. */
export function readPlainBytes(path: string, platform: string, most = limit): Uint8Array {
  if (platform === 'win32' && windowsDevice.test(win32.basename(path))) throw hostError('EDEVICE')
  refuseAllButFiles(lstatSync(path), most)
  // Windows has neither flag; elsewhere they hold also where the file was exchanged since it was looked at.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    refuseAllButFiles(fstatSync(file), most)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

function refuseAllButFiles(stats: Stats, most: number): void {
  if (stats.isSymbolicLink()) throw hostError('ELINK')
  if (stats.isFIFO()) throw hostError('EDEVICE')
  refuse(stats)
  if (stats.size > most) throw hostError('EFBIG')
}

/** Gives everything that a stream holds; throws a `HostError` beyond 512 MB. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw hostError('EFBIG')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuse(stats: Stats): void {
  if (stats.isDirectory()) throw hostError('EISDIR')
  if (!stats.isFile() && !stats.isFIFO()) throw hostError('EDEVICE')
  if (stats.size > limit) throw hostError('EFBIG')
}

function readPipe(file: number): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let size = 0; ; ) {
    const chunk = Buffer.allocUnsafe(65536)
    const read = readSync(file, chunk)
    size += read
    if (read === 0) return Buffer.concat(chunks)
    if (size > limit) throw hostError('EFBIG')
    chunks.push(chunk.subarray(0, read))
  }
}
