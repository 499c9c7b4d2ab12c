import { posix, win32 } from 'node:path'
import type { Host } from './host.ts'

/** The name that a configuration is found by. */
export const configurationName = '.rds-lint.yaml'

const nearlyRight = '.rds-lint.yml'

/**
 * Finds the configuration for the working folder, as a path from there: the nearest one up to the folder that holds `.git`, be
 * that a folder or a file; where no folder above holds it, only the working folder is looked at. Undefined where there is none. A file with the ending .yml is found too, so that it can be told of.
 */
export function configurationPath(host: Host): string | undefined {
  const path = host.platform === 'win32' ? win32 : posix
  const isThere = (folder: string, name: string) => host.identity(path.join(folder, name)) !== undefined
  const nameIn = (folder: string) => [nearlyRight, configurationName].find((name) => isThere(folder, name))
  const here = nameIn(host.cwd)
  if (here !== undefined) return here
  let found: string | undefined
  for (let folder = host.cwd; ; folder = path.dirname(folder)) {
    const name = found === undefined ? nameIn(folder) : undefined
    if (name !== undefined) found = path.join(folder, name)
    if (isThere(folder, '.git')) return found === undefined ? undefined : path.relative(host.cwd, found)
    if (path.dirname(folder) === folder) return undefined
  }
}

/** Says what is wrong with the name of a configuration, and what to do; undefined where nothing is. */
export function nameProblem(file: string): string | undefined {
  if (file.split(/[\\/]/).at(-1) !== nearlyRight) return undefined
  return `a configuration is found by the name ${configurationName}; rename it, or leave it out with --no-config`
}
