import { posix, win32 } from 'node:path'
import type { PackEntry, PackFiles } from '../packs/pack.ts'
import { largestFile, tooLarge } from '../packs/read-text.ts'
import type { Host } from './host.ts'
import { errorCode, whyUnreadable } from './host-errors.ts'

/** Gives the files of the pack in a folder. The folder itself may be reached by a link; nothing inside of it is. */
export function packFiles(host: Host, folder: string): PackFiles {
  const path = host.platform === 'win32' ? win32 : posix
  const list = (place: string, names: readonly string[]): readonly PackEntry[] | { readonly reason: string } => {
    const entries = attempt(() => host.listFolder(place))
    const [name, ...others] = names
    if ('reason' in entries || name === undefined) return entries
    const entry = entries.find((one) => one.name === name)
    if (entry === undefined) return []
    return entry.isFolder ? list(path.join(place, name), others) : { reason: noFolder }
  }
  return {
    list: (inside) => list(folder, inside.split('/')),
    read: (inside) => attempt(() => ({ bytes: host.readPlainFile(path.join(folder, inside), largestFile) })),
  }
}

const noFolder = 'this is no folder, and links in a pack are not followed; put the folder itself there'
const noFile = 'this is no ordinary file but a folder, pipe or device; remove it'

/** What a pack lacks where one of its files cannot be read; everything else is said of it as of any file. */
const lacks: Readonly<Record<string, string>> = {
  EISDIR: noFile,
  EDEVICE: noFile,
  ELINK: 'this is a link, and links in a pack are not followed; put the file itself there',
  EFBIG: tooLarge,
}

function attempt<T>(read: () => T): T | { readonly reason: string } {
  try {
    return read()
  } catch (error) {
    const code = errorCode(error) ?? ''
    const reason = (Object.hasOwn(lacks, code) ? lacks[code] : undefined) ?? whyUnreadable(error)
    if (reason === undefined) throw error
    return { reason }
  }
}
