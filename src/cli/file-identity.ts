import { type BigIntStats, lstatSync, realpathSync, statSync } from 'node:fs'
import { errorCode } from './host-errors.ts'

/** Gives a name that two paths share exactly where both lead to one existing file; undefined where nothing can be found there. A link that leads nowhere has a name of its own. */
export function identity(path: string, platform: string): string | undefined {
  const stats = look(path, statSync)
  if (stats === undefined) {
    const link = look(path, lstatSync)
    return link && `link ${link.dev}:${link.ino}`
  }
  if (stats.ino !== 0n) return `${stats.dev}:${stats.ino}`
  // Some network file systems give no file id.
  const real = realpathSync.native(path)
  return platform === 'win32' ? real.toLowerCase() : real
}

/** Whether a folder stands at the path. */
export function isFolder(path: string): boolean {
  return look(path, statSync)?.isDirectory() ?? false
}

function look(path: string, stat: typeof statSync | typeof lstatSync): BigIntStats | undefined {
  try {
    // Windows file ids need more than 53 bits.
    return stat(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}
