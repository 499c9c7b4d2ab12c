import { type BigIntStats, realpathSync, statSync } from 'node:fs'
import { errorCode } from './host-errors.ts'

/** Gives a name that two paths share exactly where both lead to one existing file; undefined where nothing can be found there. */
export function identity(path: string, platform: string): string | undefined {
  const stats = look(path)
  if (stats === undefined) return undefined
  if (stats.ino !== 0n) return `${stats.dev}:${stats.ino}`
  // Some network file systems give no file id.
  const real = realpathSync.native(path)
  return platform === 'win32' ? real.toLowerCase() : real
}

/** Whether a folder stands at the path. */
export function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false
}

function look(path: string): BigIntStats | undefined {
  try {
    // Windows file ids need more than 53 bits.
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}
