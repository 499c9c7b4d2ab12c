import { posix, win32 } from 'node:path'
import type { Host } from './host.ts'

/** The name that a configuration is found by. */
export const configurationName = '.rds-lint.yaml'

/**
 * Finds the configuration for the working folder, as a path from there: the nearest one up to the folder that holds `.git`, be
 * that a folder or a file; where no folder above holds it, only the working folder is looked at. Undefined where there is none.
 */
export function configurationPath(host: Host): string | undefined {
  const path = host.platform === 'win32' ? win32 : posix
  const isThere = (folder: string, name: string) => host.identity(path.join(folder, name)) !== undefined
  if (isThere(host.cwd, configurationName)) return configurationName
  let found: string | undefined
  for (let folder = host.cwd; ; folder = path.dirname(folder)) {
    if (found === undefined && isThere(folder, configurationName)) found = path.join(folder, configurationName)
    if (isThere(folder, '.git')) return found === undefined ? undefined : path.relative(host.cwd, found)
    if (path.dirname(folder) === folder) return undefined
  }
}
